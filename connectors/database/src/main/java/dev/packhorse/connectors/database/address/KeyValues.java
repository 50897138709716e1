package dev.packhorse.connectors.database.address;

/**
 * Data sources of PostgreSQL in the form {@code host=db user=mm password='it\'s'}: blanks between
 * pairs, quotes around values that hold blanks, a backslash before a quote or backslash.
 */
final class KeyValues {
  private final String text;
  private int at;

  private KeyValues(String text) {
    this.text = text;
  }

  static void read(String text, Draft draft) {
    KeyValues pairs = new KeyValues(text);
    pairs.skipBlanks();
    if (pairs.at == text.length()) {
      throw new AddressException("The data source is empty.");
    }
    while (pairs.at < text.length()) {
      String name = pairs.name();
      draft.set(name, pairs.value());
      pairs.skipBlanks();
    }
  }

  private String name() {
    int equals = text.indexOf('=', at);
    String name = equals < 0 ? "" : text.substring(at, equals).strip();
    if (!name.matches("\\w+")) {
      throw new AddressException("The data source is neither a URL nor name=value pairs.");
    }
    at = equals + 1;
    return name;
  }

  private String value() {
    skipBlanks();
    boolean quoted = at < text.length() && text.charAt(at) == '\'';
    if (quoted) {
      at++;
    }
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        value.append(text.charAt(at++));
      } else if (quoted ? c == '\'' : Character.isWhitespace(c)) {
        return value.toString();
      } else {
        value.append(c);
      }
    }
    if (quoted) {
      throw new AddressException("A quote is opened in the data source and not closed.");
    }
    return value.toString();
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
