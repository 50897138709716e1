package dev.packhorse.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.engine.Packhorse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  private static final int PATIENCE_MILLIS = 60_000;

  @TempDir Path folder;
  private Path temporary;
  private Path archive;
  private Packhorse packhorse;

  @BeforeEach
  void keepApart() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
    archive = Files.createDirectory(folder.resolve("here")).resolve("demo.zip");
    packhorse =
        new Packhorse(folder.resolve("state"))
            .with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
  }

  private Process start(int posts) throws IOException {
    return packhorse.start(folder.resolve("log"), "demo", "--posts", posts, "-o", archive);
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  @Test
  void aMadeUpServerIsExportedAndNothingStaysButTheArchive() throws Exception {
    Process demo = start(800);
    assertThat(demo.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(demo.exitValue()).as(log()).isZero();
    assertThat(log())
        .contains("It has 800 posts of 20 people, ")
        .contains("$ packhorse export postgres://reader@127.0.0.1:")
        .containsPattern("Posts +800 +[0-9]{3} +[0-9]+ +0\\R")
        .contains("$ packhorse validate " + archive)
        .contains("Valid. (")
        .contains("$ packhorse inspect " + archive)
        .containsPattern("records: .* [0-9]+ post, ")
        .containsPattern("beside them: [0-9]+ files, ")
        .contains("The archive is " + archive + ",")
        .doesNotContain("warning", "error");
    assertThat(temporary).isEmptyDirectory();
    assertThat(processes()).isZero();
    assertThat(packhorse.stateFolder()).doesNotExist();
    try (Stream<Path> here = Files.list(archive.getParent())) {
      assertThat(here).containsExactly(archive);
    }
    Packhorse.Result valid = new Packhorse(folder.resolve("other")).run("validate", archive);
    assertThat(valid.exitCode()).as(valid.out()).isZero();
  }

  @Test
  void killedOrStoppedItLeavesNoServerBehind() throws Exception {
    for (boolean forcibly : new boolean[] {true, false}) {
      Process demo = start(5_000);
      long end = System.currentTimeMillis() + PATIENCE_MILLIS;
      while (demo.isAlive() && !log().contains("$ packhorse export")) {
        assertThat(System.currentTimeMillis()).isLessThan(end);
        Thread.sleep(10);
      }
      assertThat(processes()).isPositive();
      Process ended = forcibly ? demo.destroyForcibly() : destroy(demo);
      assertThat(ended.waitFor()).as(log()).isEqualTo(forcibly ? 137 : 143);
      while (processes() > 0 || folderLeft()) {
        assertThat(System.currentTimeMillis()).isLessThan(end);
        Thread.sleep(50);
      }
    }
    assertThat(archive).doesNotExist();
  }

  private static Process destroy(Process process) {
    process.destroy();
    return process;
  }

  /** Libraries unpack their natives there, too, which is up to them when the process is killed. */
  private boolean folderLeft() throws IOException {
    try (Stream<Path> list = Files.list(temporary)) {
      return list.anyMatch(file -> file.getFileName().toString().startsWith("packhorse-demo-"));
    }
  }

  /** Those of the demo's server and its guard, told by the folder they work in. */
  private long processes() {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process.info().commandLine().orElse("").contains(temporary + "/packhorse-demo-"))
        .count();
  }

  @Test
  void anArchiveThatIsThereIsNotReplacedUnasked() throws IOException {
    Files.writeString(archive, "mine");
    Packhorse.Result refused = packhorse.run("demo", "-o", archive);
    assertThat(refused.exitCode()).isEqualTo(7);
    assertThat(refused.err())
        .contains(archive + " exists; --replace replaces it", "write another one: -o ARCHIVE");
    assertThat(archive).hasContent("mine");
    assertThat(refused.out()).isEmpty();
  }
}
