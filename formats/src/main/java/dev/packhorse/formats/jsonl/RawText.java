package dev.packhorse.formats.jsonl;

import com.fasterxml.jackson.core.SerializableString;
import dev.packhorse.formats.model.RawJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Bytes that are JSON already, handed to the generator so that it writes them as they are. */
final class RawText implements SerializableString {
  private final RawJson json;

  RawText(RawJson json) {
    this.json = json;
  }

  @Override
  public String getValue() {
    return json.toString();
  }

  @Override
  public int charLength() {
    return getValue().length();
  }

  @Override
  public byte[] asQuotedUTF8() {
    byte[] bytes = new byte[json.length()];
    json.copyTo(bytes, 0);
    return bytes;
  }

  @Override
  public byte[] asUnquotedUTF8() {
    return asQuotedUTF8();
  }

  @Override
  public int appendQuotedUTF8(byte[] buffer, int offset) {
    if (json.length() > buffer.length - offset) {
      return -1;
    }
    json.copyTo(buffer, offset);
    return json.length();
  }

  @Override
  public int appendUnquotedUTF8(byte[] buffer, int offset) {
    return appendQuotedUTF8(buffer, offset);
  }

  @Override
  public char[] asQuotedChars() {
    return getValue().toCharArray();
  }

  @Override
  public int appendQuoted(char[] buffer, int offset) {
    String text = getValue();
    if (text.length() > buffer.length - offset) {
      return -1;
    }
    text.getChars(0, text.length(), buffer, offset);
    return text.length();
  }

  @Override
  public int appendUnquoted(char[] buffer, int offset) {
    return appendQuoted(buffer, offset);
  }

  @Override
  public int writeQuotedUTF8(OutputStream out) throws IOException {
    out.write(asQuotedUTF8());
    return json.length();
  }

  @Override
  public int writeUnquotedUTF8(OutputStream out) throws IOException {
    return writeQuotedUTF8(out);
  }

  @Override
  public int putQuotedUTF8(ByteBuffer buffer) {
    if (json.length() > buffer.remaining()) {
      return -1;
    }
    buffer.put(asQuotedUTF8());
    return json.length();
  }

  @Override
  public int putUnquotedUTF8(ByteBuffer buffer) {
    return putQuotedUTF8(buffer);
  }
}
