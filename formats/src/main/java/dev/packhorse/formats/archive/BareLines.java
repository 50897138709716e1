package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/** A file that is nothing but lines, plain or compressed as a whole. */
final class BareLines implements Closeable {
  private final FileBytes file;
  private final ArchiveForm form;
  private final ArchiveLimits limits;

  BareLines(FileBytes file, ArchiveForm form, ArchiveLimits limits) {
    this.file = file;
    this.form = form;
    this.limits = limits;
  }

  FileBytes file() {
    return file;
  }

  long size() {
    return form == ArchiveForm.LINES ? file.size() : -1;
  }

  LinesStream open(long offset) throws IOException {
    return form == ArchiveForm.LINES ? plain(offset) : unpacked(offset);
  }

  private LinesStream plain(long offset) {
    if (offset > file.size()) {
      throw ArchiveProblem.LINES_SHORTER.thrown(file.name(), file.size(), offset);
    }
    SliceStream slice = new SliceStream(file, offset, file.size() - offset);
    return new UnpackedLines(slice, slice, offset);
  }

  private LinesStream unpacked(long offset) throws IOException {
    if (file.size() == 0) {
      throw ArchiveProblem.CUT_OFF.thrown(file.name()); // zstd would take it for no frames at all
    }
    ZstdFrames from =
        form == ArchiveForm.LINES_ZSTD ? ZstdFrames.holding(file, offset) : new ZstdFrames(0, 0);
    SliceStream slice = new SliceStream(file, from.stored(), file.size() - from.stored());
    InputStream unpacking =
        form == ArchiveForm.LINES_GZIP
            ? new GzipStream(slice, file.name())
            : new ZstdCompressorInputStream(slice);
    GuardedStream guarded =
        new GuardedStream(
            unpacking, slice, limits, file.name(), file.name(), ArchiveProblem.CUT_OFF);
    UnpackedLines lines = new UnpackedLines(guarded, slice, from.stored());
    try {
      return lines.after(from.raw(), offset, file.name());
    } catch (IOException | ProblemException e) {
      lines.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
