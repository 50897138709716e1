package dev.packhorse.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.spi.Connectors;
import dev.packhorse.connectors.spi.OutgoingBatch;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.engine.run.Verdicts;
import dev.packhorse.formats.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that vanish between the making of the records and the copying. */
class LostFilesTest {
  @TempDir Path folder;
  private Path in;
  private LostFiles lost = new LostFiles();
  private Verdicts verdicts;
  private Map<String, Long> counts;
  private final List<Problem> told = new ArrayList<>();

  @BeforeEach
  void source() throws IOException {
    verdicts = Verdicts.create(folder.resolve("verdicts"));
    in = Files.createDirectories(folder.resolve("in"));
    Files.createDirectories(in.resolve("data"));
    for (String name : List.of("a.txt", "b.txt", "c.png")) {
      Files.writeString(in.resolve("data/" + name), name);
    }
    Files.writeString(
        in.resolve("import.jsonl"),
        """
        {"type":"version","version":1}
        {"type":"user","user":{"username":"anna","email":"a@example.org","profile_image":"c.png"}}
        {"type":"post","post":{"team":"crew","channel":"harbour","user":"anna","message":"a",\
        "create_at":1700000000000,"attachments":[{"path":"a.txt"}],"replies":[{"user":"anna",\
        "message":"b","create_at":1700000000001,"attachments":[{"path":"a.txt"},\
        {"path":"data/b.txt"}]}]}}
        """);
  }

  @AfterEach
  void close() throws IOException {
    verdicts.close();
  }

  private List<String> named(String... paths) throws IOException {
    for (String path : paths) {
      lost.add(new SourceFile(path, 1, InputStream::nullInputStream));
    }
    try (Source source =
        Connectors.find(in.toString())
            .orElseThrow()
            .source(in.toString(), SourceOptions.plain(folder, false))) {
      counts = lost.name(source, verdicts, told::add);
    }
    return told.stream()
        .map(one -> one.place().line() + " " + one.place().pointer() + " " + one.arguments())
        .toList();
  }

  @Test
  void everyPlaceThatNamesALostFileIsTold() throws IOException {
    assertThat(named("b.txt", "c.png"))
        .containsExactly(
            "2 /user/profile_image [c.png]", "3 /post/replies/0/attachments/1 [data/b.txt]");
    assertThat(told).allMatch(one -> one.code().code().equals("file.lost"));
    assertThat(counts).isEqualTo(Map.of("attachments", 1L, "profile pictures", 1L));
  }

  @Test
  void aRecordThatIsNotInTheTargetIsNotNamed() throws IOException {
    verdicts.set(2, OutgoingBatch.Action.REFUSE);
    verdicts.set(3, OutgoingBatch.Action.REWRITE);
    assertThat(named("b.txt", "c.png")).hasSize(1).allMatch(one -> one.startsWith("3 "));
    assertThat(counts).isEqualTo(Map.of("attachments", 1L));
  }

  @Test
  void aRunThatFindsItsTargetFinishedNamesWhatTheOneBeforeLost() throws IOException {
    Path kept = folder.resolve("kept");
    lost.add(new SourceFile("b.txt", 1, InputStream::nullInputStream));
    lost.save(kept);
    lost = LostFiles.load(kept);
    assertThat(named()).containsExactly("3 /post/replies/0/attachments/1 [data/b.txt]");
    lost = LostFiles.load(folder.resolve("nothing was kept"));
    assertThat(named()).hasSize(1);
    assertThat(counts).isEmpty();
  }

  @Test
  void howeverManyFilesAreLostEachIsNamed() throws IOException {
    for (int i = 0; i < 20_000; i++) {
      lost.add(new SourceFile("other/" + i, 1, InputStream::nullInputStream));
    }
    assertThat(named("a.txt")).hasSize(2);
  }

  @Test
  void aRunThatLosesNothingReadsNothingAgain() throws IOException {
    Files.delete(in.resolve("import.jsonl"));
    lost.name(null, verdicts, told::add);
    assertThat(told).isEmpty();
  }
}
