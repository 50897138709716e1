package dev.packhorse.connectors.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.formats.schema.FileLookup;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/** Compares the files of a source with what they should be. */
final class FileChecks {
  private FileChecks() {}

  static void check(Source source, Map<String, byte[]> expected) throws IOException {
    Map<String, byte[]> outgoing = new TreeMap<>();
    for (SourceFile file : source.outgoingFiles()) {
      assertThat(outgoing.put(file.path(), read(file.opener()))).as("twice").isNull();
      assertThat(file.size()).as(file.path()).isEqualTo(outgoing.get(file.path()).length);
      assertThat(read(file.opener())).as("read again").isEqualTo(outgoing.get(file.path()));
    }
    assertThat(outgoing.keySet()).isEqualTo(new TreeMap<>(expected).keySet());
    expected.forEach((path, bytes) -> assertThat(outgoing.get(path)).as(path).isEqualTo(bytes));
    lookUp(source.files(), expected);
  }

  static void checkSidecar(Source source, Map<String, byte[]> expected) throws IOException {
    Map<String, byte[]> found = new TreeMap<>();
    for (SourceFile file : source.sidecar()) {
      assertThat(found.put(file.path(), read(file.opener()))).as("twice").isNull();
    }
    assertThat(found.keySet()).isEqualTo(new TreeMap<>(expected).keySet());
    expected.forEach((path, bytes) -> assertThat(found.get(path)).as(path).isEqualTo(bytes));
  }

  private static byte[] read(SourceFile.Opener opener) throws IOException {
    try (InputStream in = opener.open()) {
      return in.readAllBytes();
    }
  }

  private static void lookUp(FileLookup files, Map<String, byte[]> expected) throws IOException {
    assertThat(files.count()).isEqualTo(expected.size());
    for (Map.Entry<String, byte[]> file : expected.entrySet()) {
      int id = files.find(file.getKey());
      assertThat(id).as(file.getKey()).isBetween(0, files.count() - 1);
      assertThat(files.name(id)).endsWith(file.getKey());
      assertThat(files.size(id)).isEqualTo(file.getValue().length);
      try (InputStream in = files.open(id)) {
        assertThat(in.readAllBytes()).isEqualTo(file.getValue());
      }
    }
    if (files.known()) {
      assertThat(files.find("no/such/file")).isEqualTo(FileLookup.MISSING);
      assertThat(files.find("../escaping")).isEqualTo(FileLookup.REJECTED);
    }
  }
}
