package dev.packhorse.formats.archive;

/**
 * How much an archive may make of little, so that a hostile one can't fill disk or memory.
 *
 * @param ratio bytes produced for one compressed byte, counted from {@code ratioFrom} on. Chat as
 *     JSON lines compresses 1:5 to 1:15; deflate ends at 1:1032, zstd goes far beyond
 * @param ratioFrom bytes a single stream may produce before the ratio counts
 * @param entries entries of a zip or files of a directory
 * @param totalBytes sum of the sizes that the entries of a zip claim to have unpacked
 */
public record ArchiveLimits(long ratio, long ratioFrom, int entries, long totalBytes) {

  /** 1:1000 from 64 MiB on, 5 million entries, 16 TiB unpacked. */
  public static final ArchiveLimits DEFAULT =
      new ArchiveLimits(1000, 64L << 20, 5_000_000, 1L << 44);

  public ArchiveLimits {
    if (ratio < 1 || ratioFrom < 0 || entries < 1 || totalBytes < 1) {
      throw new IllegalArgumentException("a limit below its least value");
    }
  }

  boolean tooDense(long produced, long stored) {
    return produced > ratioFrom && produced / ratio > stored;
  }
}
