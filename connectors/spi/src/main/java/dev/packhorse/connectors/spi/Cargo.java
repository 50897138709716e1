package dev.packhorse.connectors.spi;

import java.io.IOException;

/** What a target gets besides records. May be gone through more than once. */
public interface Cargo {

  /** Attachments and pictures; their paths are relative to the folder of the files. */
  Iterable<SourceFile> files() throws IOException;

  /**
   * What servers don't look at: deleted posts, webhooks, and other things the records can't say.
   * Their paths are relative to the root of the archive and begin with {@code packhorse/}.
   */
  Iterable<SourceFile> sidecar() throws IOException;

  /**
   * A file could not be read; it is left out, and the target goes on.
   *
   * @param why what the file's own system said; a failure of the target's disk is thrown instead
   */
  void unreadable(SourceFile file, Exception why);
}
