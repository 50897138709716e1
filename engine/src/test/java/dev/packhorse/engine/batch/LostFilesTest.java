package dev.packhorse.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.spi.Connectors;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.formats.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that vanish between the making of the records and the copying. */
class LostFilesTest {
  @TempDir Path folder;
  private Path in;
  private final LostFiles lost = new LostFiles();
  private final List<Problem> told = new ArrayList<>();

  @BeforeEach
  void source() throws IOException {
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

  private List<String> named(String... paths) throws IOException {
    for (String path : paths) {
      lost.add(new SourceFile(path, 1, InputStream::nullInputStream));
    }
    try (Source source =
        Connectors.find(in.toString())
            .orElseThrow()
            .source(in.toString(), SourceOptions.plain(folder, false))) {
      lost.name(source, told::add);
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
  }

  @Test
  void aRunThatLosesNothingReadsNothingAgain() throws IOException {
    Files.delete(in.resolve("import.jsonl"));
    lost.name(null, told::add);
    assertThat(told).isEmpty();
  }
}
