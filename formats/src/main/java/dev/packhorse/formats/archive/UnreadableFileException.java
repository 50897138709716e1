package dev.packhorse.formats.archive;

import java.io.IOException;

/**
 * A file could not be read while an archive was being finished; the cause says why. Failures of the
 * archive's own disk are never wrapped in this.
 */
public final class UnreadableFileException extends IOException {
  private final transient OutgoingFile file;

  UnreadableFileException(OutgoingFile file, Exception cause) {
    super(file.name() + ": " + cause.getMessage(), cause);
    this.file = file;
  }

  public OutgoingFile file() {
    return file;
  }

  /** What the file's own system said. */
  Exception why() {
    return (Exception) getCause();
  }
}
