package dev.packhorse.formats.archive;

/**
 * How an archive is written.
 *
 * @param deflateLevel of zip and gzip, 1 (fast) to 9. Deflate at 6 is three times slower than
 *     reading and checking the lines, so the low levels are the sensible ones
 * @param zstdLevel 1 to 22
 * @param sync whether marks and the finished archive wait until the disk holds them; without it a
 *     mark outlives a kill of the program but not a power failure
 */
public record WriterOptions(int deflateLevel, int zstdLevel, boolean sync) {
  /** Deflate 1, zstd 3, synced. */
  public static final WriterOptions DEFAULT = new WriterOptions(1, 3, true);

  public WriterOptions {
    if (deflateLevel < 1 || deflateLevel > 9 || zstdLevel < 1 || zstdLevel > 22) {
      throw new IllegalArgumentException("no such level of compression");
    }
  }

  public WriterOptions withDeflateLevel(int level) {
    return new WriterOptions(level, zstdLevel, sync);
  }

  public WriterOptions withZstdLevel(int level) {
    return new WriterOptions(deflateLevel, level, sync);
  }

  public WriterOptions withSync(boolean wanted) {
    return new WriterOptions(deflateLevel, zstdLevel, wanted);
  }
}
