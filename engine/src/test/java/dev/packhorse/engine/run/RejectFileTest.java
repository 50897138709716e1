package dev.packhorse.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.engine.Packhorse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of refused records, as a migration leaves it. */
class RejectFileTest {
  private static final String VERSION = "{\"type\":\"version\",\"version\":1}";
  private static final String TEAM =
      "{\"type\":\"team\",\"team\":{\"name\":\"crew\",\"display_name\":\"Crew\",\"type\":\"O\"}}";

  @TempDir Path folder;
  private Path source;
  private Path target;
  private Path rejects;
  private Path problems;

  @BeforeEach
  void name() {
    source = folder.resolve("in.jsonl");
    target = folder.resolve("out.jsonl");
    rejects = folder.resolve("out.jsonl.rejects.jsonl");
    problems = folder.resolve("out.jsonl.rejects.jsonl.problems.jsonl");
  }

  private int migrate(String... lines) throws IOException {
    Packhorse.lines(source, lines);
    return new Packhorse(folder.resolve("state")).run("migrate", source, target).exitCode();
  }

  @Test
  void refusedRecordsComeToTheByteBehindAVersionLineTheirProblemsBesideIt() throws IOException {
    String bad = "{ \"type\":\"team\",  \"team\":{\"name\":\"no way\",\"x\":1.10} }";
    assertThat(migrate(VERSION, TEAM, bad, "not json")).isEqualTo(3);
    assertThat(rejects).hasContent(VERSION + "\n" + bad + "\nnot json\n");
    assertThat(Files.readAllLines(problems))
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.startsWith("{\"message_type\":\"problem\","));
  }

  @Test
  void onlyTheirOwnerMayReadThem() throws IOException {
    migrate(VERSION, "not json");
    for (Path file : new Path[] {rejects, problems}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void whereNothingIsRefusedThereIsNoFile() throws IOException {
    assertThat(migrate(VERSION, TEAM)).isZero();
    assertThat(rejects).doesNotExist();
    assertThat(problems).doesNotExist();
  }

  @Test
  void aRejectFileThatSomebodyWorksOnIsKeptUnderAnotherName() throws IOException {
    assertThat(migrate(VERSION, "not json")).isEqualTo(3);
    Files.writeString(rejects, "mended by hand");
    assertThat(migrate(VERSION, "not json either")).isEqualTo(3);
    assertThat(rejects.resolveSibling(rejects.getFileName() + ".1")).hasContent("mended by hand");
    assertThat(rejects).hasContent(VERSION + "\nnot json either\n");
  }
}
