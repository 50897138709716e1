package dev.packhorse.connectors.spi;

/**
 * How much of a source a part is.
 *
 * @param wanted whether it is read; if not, it could be
 * @param rows that were read for it, or would be if it were wanted; {@link #UNKNOWN} where they are
 *     not counted apart from others
 */
public record PartCount(Part part, boolean wanted, long rows) {
  public static final long UNKNOWN = -1;
}
