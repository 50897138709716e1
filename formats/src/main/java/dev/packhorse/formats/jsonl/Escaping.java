package dev.packhorse.formats.jsonl;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;

/** Which characters a written line escapes. Both mean the same to every reader. */
public enum Escaping {
  /** What JSON demands and no more. */
  PLAIN(null),
  /**
   * What the server's exporter writes: also {@code <}, {@code >}, {@code &}, U+2028 and U+2029 as
   * {@code \\u} escapes, control characters in lower-case hexadecimal (Go's {@code encoding/json};
   * before Go 1.22, and so on servers before 10, also backspace and form feed).
   */
  GO(new GoEscapes());

  private final CharacterEscapes escapes;

  Escaping(CharacterEscapes escapes) {
    this.escapes = escapes;
  }

  CharacterEscapes escapes() {
    return escapes;
  }

  private static final class GoEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final SerializedString LINE_SEPARATOR = new SerializedString("\\u2028");
    private static final SerializedString PARAGRAPH_SEPARATOR = new SerializedString("\\u2029");

    private final int[] ascii = standardAsciiEscapesForJSON();
    private final transient SerializedString[] texts = new SerializedString[128];

    GoEscapes() {
      for (int c = 0; c < 0x20; c++) {
        if (ascii[c] == ESCAPE_STANDARD) {
          custom(c);
        }
      }
      custom('<');
      custom('>');
      custom('&');
    }

    private void custom(int c) {
      ascii[c] = ESCAPE_CUSTOM;
      texts[c] = new SerializedString(String.format("\\u%04x", c));
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii;
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
      return switch (c) {
        case 0x2028 -> LINE_SEPARATOR;
        case 0x2029 -> PARAGRAPH_SEPARATOR;
        default -> c < texts.length ? texts[c] : null;
      };
    }
  }
}
