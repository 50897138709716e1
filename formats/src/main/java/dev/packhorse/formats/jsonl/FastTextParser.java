package dev.packhorse.formats.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Jackson's parser with one shortcut: a text without escapes is made from its bytes at once, where
 * Jackson goes through a buffer of characters. Texts are most of a chat, and this is a sixth of the
 * time of a validation.
 *
 * <p>The bytes must be valid UTF-8. A text may be asked for once.
 */
final class FastTextParser extends UTF8StreamJsonParser {

  private FastTextParser(
      IOContext context,
      int features,
      ObjectCodec codec,
      ByteQuadsCanonicalizer symbols,
      byte[] bytes,
      int start,
      int end) {
    super(context, features, null, codec, symbols, bytes, start, end, 0, false);
  }

  /** A factory that makes these parsers for byte arrays. */
  static JsonFactory factory(JsonFactoryBuilder builder) {
    return new Factory(builder);
  }

  @Override
  public String getText() throws IOException {
    if (_currToken != JsonToken.VALUE_STRING || !_tokenIncomplete) {
      return super.getText();
    }
    byte[] bytes = _inputBuffer;
    int start = _inputPtr;
    int end = Bytes.plainText(bytes, start, _inputEnd);
    if (end < 0 || bytes[end] != '"') {
      return super.getText();
    }
    _tokenIncomplete = false;
    _inputPtr = end + 1;
    return Bytes.ascii(bytes, start, end)
        ? new String(bytes, start, end - start, StandardCharsets.ISO_8859_1)
        : new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  private static final class Factory extends JsonFactory {
    private static final long serialVersionUID = 1L;

    Factory(JsonFactoryBuilder builder) {
      super(builder);
    }

    @Override
    protected JsonParser _createParser(byte[] data, int offset, int length, IOContext context) {
      return new FastTextParser(
          context,
          _parserFeatures,
          _objectCodec,
          _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures),
          data,
          offset,
          offset + length);
    }
  }
}
