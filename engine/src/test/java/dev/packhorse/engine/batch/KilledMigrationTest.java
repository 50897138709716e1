package dev.packhorse.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.engine.Packhorse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kill -9} at random moments: what comes out is what an undisturbed run writes. */
class KilledMigrationTest {
  private static final int POSTS = 60_000;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} kills while writing {1} with repairs: {2}")
  @CsvSource({"10, out.zip, false", "6, out.jsonl.zst, true", "4, out.jsonl, false"})
  void aKilledRunGoesOnToTheSameBytes(int kills, String name, boolean repair) throws Exception {
    kill(POSTS, kills, name, repair);
  }

  @Tag("long")
  @ParameterizedTest(name = "{0} kills while writing {1} with repairs: {2}")
  @CsvSource({
    "20, out.zip, true",
    "20, out.jsonl.gz, false",
    "20, out.jsonl.zst, false",
    "20, out.jsonl, true"
  })
  void aLargeKilledRunGoesOnToTheSameBytes(int kills, String name, boolean repair)
      throws Exception {
    kill(3 * POSTS, kills, name, repair);
  }

  private void kill(int posts, int kills, String name, boolean repair) throws Exception {
    Path source = Chatter.write(folder.resolve("source.jsonl"), posts, 7);
    String[] flags = repair ? new String[] {"--repair"} : new String[] {"--no-attachments"};
    Path whole = folder.resolve("whole-" + name);
    Packhorse undisturbed = new Packhorse(folder.resolve("undisturbed"));
    Packhorse.Result expected = undisturbed.run("migrate", source, whole, flags[0]);
    assertThat(expected.exitCode()).as(expected.out() + expected.err()).isEqualTo(3);
    Path cut = folder.resolve(name);
    Packhorse disturbed = new Packhorse(folder.resolve("disturbed"));
    Random random = new Random(kills);
    int killed = 0;
    int whileWriting = 0;
    while (killed < kills) {
      long begun = System.currentTimeMillis();
      Process process =
          disturbed.start(
              folder.resolve("log-" + killed), "migrate", source, cut, flags[0], "--replace");
      // Half of the kills fall anywhere; the others wait until the target is written to.
      if (killed % 2 == 0) {
        process.waitFor(700 + random.nextLong(2_000), TimeUnit.MILLISECONDS);
      } else {
        while (process.isAlive() && !written(cut, begun)) {
          Thread.sleep(2);
        }
        process.waitFor(random.nextLong(150), TimeUnit.MILLISECONDS);
      }
      if (process.isAlive()) {
        process.destroyForcibly().waitFor();
        killed++;
        whileWriting += written(cut, begun) ? 1 : 0;
      } else {
        assertThat(process.exitValue()).as(log("log-" + killed)).isEqualTo(3);
        assertThat(cut).hasSameBinaryContentAs(whole);
      }
    }
    assertThat(whileWriting)
        .as("kills after the target was begun")
        .isGreaterThanOrEqualTo(kills / 4);
    Packhorse.Result last = disturbed.run("migrate", source, cut, flags[0], "--replace");
    assertThat(last.exitCode()).as(last.out() + last.err()).isEqualTo(3);
    assertThat(cut).hasSameBinaryContentAs(whole);
    assertThat(rejects(cut)).hasSameBinaryContentAs(rejects(whole));
    assertThat(folder.resolve(name + ".partial")).doesNotExist();
  }

  /** Whether a run that began at that time, in epoch milliseconds, has written to its target. */
  private static boolean written(Path target, long since) throws IOException {
    try (Stream<Path> files = Files.list(target.getParent())) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith(target.getFileName() + ".partial")
            && Files.exists(file)
            && Files.size(file) > 0
            && Files.getLastModifiedTime(file).toMillis() >= since) {
          return true;
        }
      }
    } catch (NoSuchFileException e) {
      return false; // it was renamed under our eyes; the next look tells
    }
    return false;
  }

  private String log(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private static Path rejects(Path target) {
    return target.resolveSibling(target.getFileName() + ".rejects.jsonl");
  }

  @Test
  void anInterruptedRunStopsAtACheckpointAndSaysHowToGoOn() throws Exception {
    Path source = Chatter.write(folder.resolve("source.jsonl"), POSTS, 3);
    Path target = folder.resolve("out.zip");
    Packhorse packhorse = new Packhorse(folder.resolve("state"));
    Process process = packhorse.start(folder.resolve("log"), "migrate", source, target);
    while (process.isAlive() && !checking(packhorse.stateFolder())) {
      Thread.sleep(5);
    }
    process.destroy(); // SIGTERM
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(target).doesNotExist();
    Packhorse.Result jobs = packhorse.run("jobs", "list");
    assertThat(jobs.out()).contains("unfinished");
    assertThat(log("log")).contains("Stopped. The same command goes on.");
    Packhorse.Result resumed = packhorse.run("jobs", "resume", 1);
    assertThat(resumed.out()).contains("Going on with job 1");
    assertThat(target).exists();
  }

  /** Whether a run got as far as its first step. */
  private static boolean checking(Path state) throws IOException {
    if (!Files.exists(state.resolve("runs"))) {
      return false;
    }
    try (Stream<Path> files = Files.walk(state.resolve("runs"))) {
      return files.anyMatch(file -> file.endsWith("verdicts"));
    }
  }
}
