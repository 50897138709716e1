package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.util.List;

/** What goes into an archive besides its lines, and who is told what became of it. */
public interface OutgoingFiles {

  /**
   * Files for {@code data/}, in any order. If they come sorted by name ({@link String#compareTo}),
   * none of them is held in memory, otherwise all are, without their contents.
   *
   * @return gone through more than once
   */
  Iterable<OutgoingFile> files() throws IOException;

  /**
   * Files that no server looks at; their names begin with {@code packhorse/} and count from the
   * root. Asked for once every file of {@link #files} is stored or told to be unreadable, so there
   * may be a list of these among them.
   */
  default Iterable<OutgoingFile> sidecar() throws IOException {
    return List.of();
  }

  /**
   * A file is in the archive. Called in the order of the archive, by the thread that finishes.
   *
   * @param size in bytes as found, perhaps not the one that the file claimed
   * @param sha256 of the contents, 64 hexadecimal digits in lower case
   */
  default void stored(OutgoingFile file, long size, String sha256) throws IOException {}

  /**
   * A file could not be read to its end, has a name that this archive can't hold, or has the name
   * of another one. It is left out without a trace, and the work goes on unless this throws. Called
   * by the thread that finishes, once for a file.
   */
  void unreadable(OutgoingFile file, Exception why) throws IOException;

  /**
   * Every file is stored or told to be unreadable, those of {@link #sidecar} too. Called before the
   * archive gets its name: what is written down here is there when the archive is.
   */
  default void complete() throws IOException {}

  /** Files which must all get through: the first that does not ends finishing. */
  static OutgoingFiles all(Iterable<OutgoingFile> files) {
    return new OutgoingFiles() {
      @Override
      public Iterable<OutgoingFile> files() {
        return files;
      }

      @Override
      public void unreadable(OutgoingFile file, Exception why) throws IOException {
        if (why instanceof ProblemException problem) {
          throw problem;
        }
        throw new UnreadableFileException(file, why);
      }
    };
  }
}
