package dev.packhorse.connectors.spi;

import java.io.IOException;

/**
 * What a target gets besides records, and who is told what became of it. The files may be gone
 * through more than once; all methods are called by the thread that finishes.
 */
public interface Cargo {

  /**
   * Attachments and pictures, in any order; their paths are relative to the folder of the files.
   */
  Iterable<SourceFile> files() throws IOException;

  /**
   * What servers don't look at: deleted posts, webhooks, and other things the records can't say.
   * Their paths are relative to the root of the archive and begin with {@code packhorse/}. Asked
   * for once every one of {@link #files} is stored or told to be unreadable, so there may be a list
   * of these among them.
   */
  Iterable<SourceFile> sidecar() throws IOException;

  /**
   * The target holds a file.
   *
   * @param size in bytes as found, perhaps not the one that the source said
   * @param sha256 of the contents, 64 hexadecimal digits in lower case; null if the target did not
   *     look
   */
  default void stored(SourceFile file, long size, String sha256) throws IOException {}

  /**
   * A file could not be read to its end, or has a name that the target can't hold. It is left out,
   * and the target goes on unless this throws. Called once for a file.
   *
   * @param why what the file's own system said; a failure of the target's disk is thrown instead
   */
  void unreadable(SourceFile file, Exception why) throws IOException;

  /**
   * Every file is stored or told to be unreadable, those of {@link #sidecar} too. Called before
   * anybody can see the target: what is written down here is there when the target is. Not called
   * by a target that an earlier run has finished.
   */
  default void complete() throws IOException {}
}
