package dev.packhorse.connectors.database.address;

import java.util.regex.Pattern;

/**
 * Data sources as the MySQL driver of Mattermost reads them: {@code
 * user:password@protocol(address)/database?parameters}. User and password stand as they are, so
 * that a password may hold any character: the last slash begins the database, and the last
 * {@code @} before it ends the password.
 */
final class GoMysql {
  private static final Pattern PROTOCOL = Pattern.compile("(^|@)[a-z0-9]*\\(.*\\)/");

  private GoMysql() {}

  static boolean handles(String text) {
    return Url.engine(text) == null || PROTOCOL.matcher(rest(text)).find();
  }

  static void read(String text, Draft draft) {
    String rest = rest(text);
    int slash = rest.lastIndexOf('/');
    if (slash < 0) {
      throw new AddressException("The data source has no slash before its database.");
    }
    target(rest.substring(slash + 1), draft);
    int at = rest.lastIndexOf('@', slash);
    if (at >= 0) {
      user(rest.substring(0, at), draft);
    }
    server(rest.substring(at + 1, slash), draft);
  }

  private static String rest(String text) {
    return Url.engine(text) == null ? text : text.substring(text.indexOf("//") + 2);
  }

  private static void target(String text, Draft draft) {
    int question = text.indexOf('?');
    draft.database(Url.decoded(question < 0 ? text : text.substring(0, question), false));
    if (question >= 0) {
      Url.parameters(text.substring(question + 1), draft);
    }
  }

  private static void user(String text, Draft draft) {
    int colon = text.indexOf(':');
    draft.user(colon < 0 ? text : text.substring(0, colon));
    if (colon >= 0) {
      draft.password(text.substring(colon + 1));
    }
  }

  private static void server(String text, Draft draft) {
    int open = text.indexOf('(');
    if (open >= 0 && !text.endsWith(")")) {
      throw new AddressException("The data source opens a bracket that it does not close.");
    }
    String protocol = open < 0 ? text : text.substring(0, open);
    String address = open < 0 ? "" : text.substring(open + 1, text.length() - 1);
    switch (protocol) {
      case "unix" -> draft.socket(address.isEmpty() ? "/tmp/mysql.sock" : address);
      case "", "tcp", "tcp4", "tcp6" -> draft.hosts(address.isEmpty() ? "127.0.0.1" : address);
      default ->
          throw new AddressException(
              "The data source speaks of a protocol other than tcp(...) or unix(...).");
    }
  }
}
