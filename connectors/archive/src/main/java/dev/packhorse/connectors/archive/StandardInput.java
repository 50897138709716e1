package dev.packhorse.connectors.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Standard input as a file: a run reads its source twice and must be able to go on after a cut, so
 * what comes in is kept in the run's folder first.
 */
final class StandardInput {
  static final String ADDRESS = "-";
  private static final String NAME = "standard-input";

  private StandardInput() {}

  /** The copy; made by the first call for a folder, found there by later ones. */
  static Path keep(Path scratch) throws IOException {
    Path kept = scratch.resolve(NAME);
    if (!Files.exists(kept)) {
      Path partial = scratch.resolve(NAME + ".partial");
      Files.deleteIfExists(partial);
      if (partial.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        // It holds private messages.
        Files.createFile(
            partial,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      try (OutputStream out = Files.newOutputStream(partial)) {
        System.in.transferTo(out);
      }
      Files.move(partial, kept, StandardCopyOption.ATOMIC_MOVE);
    }
    return kept;
  }
}
