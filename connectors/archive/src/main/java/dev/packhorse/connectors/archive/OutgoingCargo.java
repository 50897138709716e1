package dev.packhorse.connectors.archive;

import dev.packhorse.connectors.spi.Cargo;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.formats.archive.OutgoingFile;
import dev.packhorse.formats.archive.OutgoingFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/** Cargo in the words of the archive writer. */
final class OutgoingCargo implements OutgoingFiles {
  private final Cargo cargo;

  OutgoingCargo(Cargo cargo) {
    this.cargo = cargo;
  }

  /** Remembers the file, so that news of it reach its owner in the owner's words. */
  private record Opening(SourceFile file) implements OutgoingFile.Opener {
    @Override
    public InputStream open() throws IOException {
      return file.opener().open();
    }
  }

  @Override
  public Iterable<OutgoingFile> files() throws IOException {
    return outgoing(cargo.files());
  }

  @Override
  public Iterable<OutgoingFile> sidecar() throws IOException {
    return outgoing(cargo.sidecar());
  }

  private static Iterable<OutgoingFile> outgoing(Iterable<SourceFile> files) {
    return () -> {
      Iterator<SourceFile> each = files.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return each.hasNext();
        }

        @Override
        public OutgoingFile next() {
          SourceFile file = each.next();
          return new OutgoingFile(file.path(), file.size(), new Opening(file));
        }
      };
    };
  }

  @Override
  public void stored(OutgoingFile file, long size, String sha256) throws IOException {
    cargo.stored(source(file), size, sha256);
  }

  @Override
  public void unreadable(OutgoingFile file, Exception why) throws IOException {
    cargo.unreadable(source(file), why);
  }

  private static SourceFile source(OutgoingFile file) {
    return ((Opening) file.opener()).file();
  }

  @Override
  public void complete() throws IOException {
    cargo.complete();
  }
}
