package dev.packhorse.formats.problem;

import java.util.Locale;

/** How grave a problem is for the record it was found in. */
public enum Severity {
  /** The record can't be imported, or something of it would be lost; it is refused. */
  ERROR,
  /** The record is imported, but not as the file says, or it endangers other data. */
  WARNING,
  /** Worth knowing; nothing needs to be done. */
  INFO;

  /** The word used in reports: {@code error}, {@code warning} or {@code info}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
