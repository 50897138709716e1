package dev.packhorse.connectors.database.address;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Addresses with a scheme. */
final class Url {
  private Url() {}

  /** The engine that the scheme names, or null. */
  static Engine engine(String text) {
    String lower = text.length() > 16 ? text.substring(0, 16) : text;
    lower = lower.toLowerCase(Locale.ROOT);
    if (lower.startsWith("postgres://") || lower.startsWith("postgresql://")) {
      return Engine.POSTGRES;
    }
    return lower.startsWith("mysql://") || lower.startsWith("mariadb://") ? Engine.MYSQL : null;
  }

  static void read(String text, Draft draft) {
    String rest = text.substring(text.indexOf("//") + 2);
    int end = authorityEnd(rest);
    int at = rest.lastIndexOf('@', end - 1);
    if (at < 0 && rest.indexOf('@') >= 0 && !looksLikeHost(rest.substring(0, end))) {
      // A password with a bare slash: what stands before the last @ can't be the host.
      at = rest.lastIndexOf('@');
      end = at + 1 + authorityEnd(rest.substring(at + 1));
    }
    if (at >= 0) {
      user(rest.substring(0, at), draft);
    }
    if (at + 1 < end) {
      draft.hosts(decoded(rest.substring(at + 1, end), false));
    }
    path(rest.substring(end), draft);
  }

  private static int authorityEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("/?#".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean looksLikeHost(String text) {
    return text.isEmpty() || text.matches("(\\[[^\\]]*]|[^:]*)(:\\d*)?(,.*)?");
  }

  private static void user(String text, Draft draft) {
    int colon = text.indexOf(':');
    draft.user(decoded(colon < 0 ? text : text.substring(0, colon), false));
    if (colon >= 0) {
      draft.password(decoded(text.substring(colon + 1), false));
    }
  }

  private static void path(String text, Draft draft) {
    int question = text.indexOf('?');
    String path = question < 0 ? text : text.substring(0, question);
    draft.database(decoded(path.startsWith("/") ? path.substring(1) : path, false));
    if (question >= 0) {
      parameters(text.substring(question + 1), draft);
    }
  }

  static void parameters(String query, Draft draft) {
    for (String parameter : query.split("&")) {
      if (!parameter.isEmpty()) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        draft.set(decoded(name, true), decoded(value, true));
      }
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }

  /** A percent sign that no two hexadecimal digits follow stands for itself. */
  static String decoded(String text, boolean plusIsBlank) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(raw[i + 2], 16) : -1;
      if (low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.write(plusIsBlank && raw[i] == '+' ? ' ' : raw[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
