package dev.packhorse.formats.archive;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import dev.packhorse.formats.problem.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Stands between a decompressor and its reader: stops bombs, and says in our own words what the
 * decompressor complains about.
 */
final class GuardedStream extends InputStream {
  private final InputStream unpacked;
  private final SliceStream stored;
  private final ArchiveLimits limits;
  private final String archive;
  private final String entry;
  private final ArchiveProblem atEarlyEnd;
  private long produced;

  /**
   * @param atEarlyEnd what it means that the compressed data ends too early
   */
  GuardedStream(
      InputStream unpacked,
      SliceStream stored,
      ArchiveLimits limits,
      String archive,
      String entry,
      ArchiveProblem atEarlyEnd) {
    this.unpacked = unpacked;
    this.stored = stored;
    this.limits = limits;
    this.archive = archive;
    this.entry = entry;
    this.atEarlyEnd = atEarlyEnd;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count;
    try {
      count = unpacked.read(target, offset, length);
    } catch (EOFException e) {
      throw problem(atEarlyEnd, e);
    } catch (ZipException e) {
      throw problem(ArchiveProblem.ENTRY_DAMAGED, e);
    } catch (ZstdIOException e) {
      throw problem(meaning(e), e);
    }
    produced += Math.max(0, count);
    if (limits.tooDense(produced, stored.consumed())) {
      throw ArchiveProblem.BOMB_RATIO.thrown(archive, entry, limits.ratio());
    }
    return count;
  }

  private ArchiveProblem meaning(ZstdIOException e) {
    long code = e.getErrorCode();
    if (code == Zstd.errChecksumWrong()) {
      return ArchiveProblem.ENTRY_WRONG_CRC;
    }
    if (code == Zstd.errSrcSizeWrong() || String.valueOf(e.getMessage()).startsWith("Truncated")) {
      return atEarlyEnd;
    }
    // After whole frames, an unknown frame is something appended, not a damaged file.
    return code == Zstd.errPrefixUnknown() && produced > 0
        ? ArchiveProblem.TRAILING_BYTES
        : ArchiveProblem.ENTRY_DAMAGED;
  }

  private ProblemException problem(ArchiveProblem code, IOException cause) {
    boolean ofWhole = code == ArchiveProblem.CUT_OFF || code == ArchiveProblem.TRAILING_BYTES;
    return new ProblemException(ofWhole ? code.in(archive) : code.in(archive, entry), cause);
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
  }
}
