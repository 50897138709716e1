package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipLong;
import org.apache.commons.compress.archivers.zip.ZipShort;

/** Opens the contents of entries. */
final class ZipContent {
  private static final int LOCAL_HEADER = 30;
  private static final int SIZES_FOLLOW = 1 << 3;
  private static final long MOVED = 0xFFFFFFFFL;

  private final ZipDirectory directory;
  private final FileBytes file;
  private final ArchiveLimits limits;

  ZipContent(ZipDirectory directory, ArchiveLimits limits) {
    this.directory = directory;
    this.file = directory.file();
    this.limits = limits;
  }

  /**
   * @throws ProblemException if the header shows that it can't be read, or the local header says
   *     something else
   */
  UnpackedLines open(ZipHeader header, long offset) throws IOException {
    Optional<Problem> defect = header.defect(file.name(), limits);
    if (defect.isPresent()) {
      throw new ProblemException(defect.get());
    }
    long start = start(header);
    return header.method() == ZipHeader.STORED
        ? stored(header, start, offset)
        : deflated(header, start).after(0, offset, header.name());
  }

  /** Position of the first stored byte, after the local header is found to agree. */
  long start(ZipHeader header) throws IOException {
    long at = header.local() + directory.end().prefix();
    byte[] local = file.bytes(at, LOCAL_HEADER);
    int nameLength = ZipShort.getValue(local, 26);
    long start = at + LOCAL_HEADER + nameLength + ZipShort.getValue(local, 28);
    if (ZipLong.getValue(local, 0) != ZipEnd.LOCAL
        || start + header.storedSize() > directory.end().directory()
        || !agrees(header, local)
        || !Arrays.equals(file.bytes(at + LOCAL_HEADER, nameLength), header.nameBytes())) {
      throw ArchiveProblem.ENTRY_HEADERS_DISAGREE.thrown(file.name(), header.name());
    }
    return start;
  }

  private static boolean agrees(ZipHeader header, byte[] local) {
    boolean sizesFollow = (ZipShort.getValue(local, 6) & SIZES_FOLLOW) != 0;
    return ZipShort.getValue(local, 8) == header.method()
        && (ZipShort.getValue(local, 6) & 1) == (header.flags() & 1)
        && (sizesFollow
            || (int) ZipLong.getValue(local, 14) == header.crc()
                && same(ZipLong.getValue(local, 18), header.storedSize())
                && same(ZipLong.getValue(local, 22), header.size()));
  }

  private static boolean same(long local, long central) {
    return local == central || local == MOVED;
  }

  private UnpackedLines stored(ZipHeader header, long start, long offset) {
    if (offset > header.size()) {
      throw ArchiveProblem.LINES_SHORTER.thrown(header.name(), header.size(), offset);
    }
    SliceStream slice = new SliceStream(file, start + offset, header.storedSize() - offset);
    // The checksum is one of all bytes; from the middle on there is nothing to compare.
    InputStream content = offset > 0 ? slice : new CheckedStream(slice, header, file.name());
    return new UnpackedLines(content, slice, offset);
  }

  private UnpackedLines deflated(ZipHeader header, long start) {
    SliceStream slice = new SliceStream(file, start, header.storedSize());
    GuardedStream guarded =
        new GuardedStream(
            new DeflatedEntry(slice),
            slice,
            limits,
            file.name(),
            header.name(),
            ArchiveProblem.ENTRY_DAMAGED);
    return new UnpackedLines(new CheckedStream(guarded, header, file.name()), slice, 0);
  }
}
