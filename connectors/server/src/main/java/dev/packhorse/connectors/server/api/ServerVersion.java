package dev.packhorse.connectors.server.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says it is, in the header of every answer (rest-api reference 1.4).
 *
 * @param number such as {@code 11.6.0}
 * @param licensed whether it has a licence
 */
public record ServerVersion(String number, boolean licensed) implements Comparable<ServerVersion> {
  private static final Pattern FORM = Pattern.compile("(\\d+\\.\\d+\\.\\d+)\\..*\\.(true|false)");

  /** From {@code X-Version-ID}; null if it is none. */
  static ServerVersion parse(String header) {
    Matcher found = FORM.matcher(header == null ? "" : header);
    return found.matches()
        ? new ServerVersion(found.group(1), found.group(2).equals("true"))
        : null;
  }

  public boolean atLeast(int major, int minor) {
    return compareTo(new ServerVersion(major + "." + minor + ".0", false)) >= 0;
  }

  @Override
  public int compareTo(ServerVersion other) {
    String[] here = number.split("\\.");
    String[] there = other.number.split("\\.");
    for (int i = 0; i < here.length; i++) {
      int difference = Integer.compare(Integer.parseInt(here[i]), Integer.parseInt(there[i]));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }
}
