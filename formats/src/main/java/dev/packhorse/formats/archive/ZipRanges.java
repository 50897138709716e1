package dev.packhorse.formats.archive;

/**
 * Where the entries of a zip lie, to notice those that share bytes: that is how a few kilobytes
 * claim to be petabytes.
 */
final class ZipRanges {
  private static final int LOCAL_HEADER = 30;

  private final String archive;
  private final long limit;
  private final LongList starts = new LongList();
  private final LongList ends = new LongList();

  /**
   * @param limit position of the directory, the prefix not counted: no entry reaches beyond it
   */
  ZipRanges(String archive, long limit) {
    this.archive = archive;
    this.limit = limit;
  }

  void add(ZipHeader header) {
    long least = LOCAL_HEADER + (long) header.nameBytes().length;
    if (header.local() > limit - least || header.storedSize() > limit - least - header.local()) {
      throw ArchiveProblem.DAMAGED.thrown(archive);
    }
    starts.add(header.local());
    ends.add(header.local() + least + header.storedSize());
  }

  /** Ranges are apart exactly if, both sorted, each end comes before the next start. */
  void check() {
    long[] start = starts.sorted();
    long[] end = ends.sorted();
    for (int i = 1; i < start.length; i++) {
      if (end[i - 1] > start[i]) {
        throw ArchiveProblem.OVERLAPPING.thrown(archive, start[i]);
      }
    }
  }
}
