package dev.packhorse.connectors.testkit;

import dev.packhorse.connectors.spi.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Files whole and broken, as a source gives them. */
final class GivenFiles {
  private GivenFiles() {}

  /** Files of these contents, by path. */
  static List<SourceFile> of(Map<String, byte[]> contents) {
    List<SourceFile> files = new ArrayList<>();
    contents.forEach(
        (path, bytes) ->
            files.add(new SourceFile(path, bytes.length, () -> new ByteArrayInputStream(bytes))));
    return files;
  }

  /** A file that breaks after some bytes. */
  static SourceFile broken(String path, int after) {
    SourceFile.Opener opener =
        () -> {
          if (after == 0) {
            throw new IOException("the disk under it is broken");
          }
          return new SequenceInputStream(
              new ByteArrayInputStream(new byte[after]),
              new InputStream() {
                @Override
                public int read() throws IOException {
                  throw new IOException("the disk under it broke");
                }
              });
        };
    return new SourceFile(path, after + 5, opener);
  }
}
