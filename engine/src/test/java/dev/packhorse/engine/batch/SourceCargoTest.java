package dev.packhorse.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhorse.connectors.spi.Connectors;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.connectors.spi.Target;
import dev.packhorse.connectors.spi.TargetOptions;
import dev.packhorse.connectors.spi.UnreachableStore;
import dev.packhorse.engine.run.FileManifest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on their way from a source into a target, and the books on them. */
class SourceCargoTest {
  @TempDir Path folder;
  private final List<String> notes = new ArrayList<>();
  private Path books;
  private Path in;

  @BeforeEach
  void source() throws IOException {
    books = folder.resolve("books");
    in = folder.resolve("in");
    write("import.jsonl", "{\"type\":\"version\",\"version\":1}\n");
    write("data/b/two.txt", "two");
    write("data/a\"/one.txt", "one");
    write("attachments/old.txt", "old");
    write("packhorse/webhooks.jsonl", "{}\n");
    write("packhorse/files.jsonl", "of another time");
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(in.resolve(name).getParent());
    Files.writeString(in.resolve(name), text);
  }

  private Source open(Path path) throws IOException {
    String address = path.toString();
    return Connectors.find(address)
        .orElseThrow()
        .source(address, SourceOptions.plain(folder, false));
  }

  private Source migrated(FileManifest manifest) throws IOException {
    Path out = folder.resolve("out.zip");
    try (Source source = open(in);
        Target target =
            Connectors.find(out.toString())
                .orElseThrow()
                .target(out.toString(), new TargetOptions(true, -1), null)) {
      target.mark();
      target.finish(new SourceCargo(source, true, books, manifest, notes::add));
    }
    return open(out);
  }

  private static TreeMap<String, String> texts(Iterable<SourceFile> files) throws IOException {
    TreeMap<String, String> texts = new TreeMap<>();
    for (SourceFile file : files) {
      try (InputStream stream = file.opener().open()) {
        texts.put(file.path(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  @Test
  void whatLiesBesideTheRecordsIsCarriedOverUnchanged() throws IOException {
    try (Source source = migrated(null)) {
      assertThat(texts(source.outgoingFiles()))
          .containsOnlyKeys("a\"/one.txt", "attachments/old.txt", "b/two.txt");
      assertThat(texts(source.sidecar()))
          .containsEntry("packhorse/webhooks.jsonl", "{}\n")
          .containsEntry("packhorse/files.jsonl", "of another time")
          .hasSize(2);
      assertThat(source.problems()).isEmpty();
      assertThat(source.files().count()).isEqualTo(3);
    }
  }

  @Test
  void aManifestListsTheFilesWithTheirHashesAndReplacesAnOlderOne() throws IOException {
    try (FileManifest manifest = new FileManifest(folder.resolve("manifest"));
        Source source = migrated(manifest)) {
      assertThat(texts(source.sidecar()).get(FileManifest.NAME))
          .isEqualTo(
              """
              {"path":"a\\"/one.txt","size":3,"sha256":"7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"}
              {"path":"attachments/old.txt","size":3,"sha256":"cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4"}
              {"path":"b/two.txt","size":3,"sha256":"3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3"}
              """);
    }
  }

  @Test
  void theBooksAreThereForARunThatFindsItsTargetFinished() throws IOException {
    SourceFile file = new SourceFile("x", 7, InputStream::nullInputStream);
    try (Source source = open(in)) {
      SourceCargo cargo = new SourceCargo(source, true, books, null, notes::add);
      cargo.stored(file, 7, "");
      cargo.stored(file, 8, "");
      cargo.unreadable(file, new IOException("why", new FileNotFoundException("no such file")));
      cargo.complete();
      FileBooks later = new SourceCargo(source, true, books, null, notes::add).books();
      assertThat(later.stored()).isEqualTo(2);
      assertThat(later.resized()).isEqualTo(1);
      assertThat(later.lost()).containsEntry(SourceCargo.UNREADABLE, 1L).hasSize(1);
    }
    assertThat(notes).containsExactly("lost: x can't be read: no such file");
  }

  @Test
  void aStoreThatIsGoneAltogetherEndsTheRunInsteadOfLosingEveryFile() throws IOException {
    SourceFile file = new SourceFile("x", 7, InputStream::nullInputStream);
    try (Source source = open(in)) {
      SourceCargo cargo = new SourceCargo(source, true, books, null, notes::add);
      UnreachableStore gone = new UnreachableStore("s3://b", null);
      assertThatThrownBy(() -> cargo.unreadable(file, gone)).isSameAs(gone);
    }
    assertThat(notes).isEmpty();
  }
}
