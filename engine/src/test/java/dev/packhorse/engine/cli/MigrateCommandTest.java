package dev.packhorse.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.packhorse.engine.Packhorse;
import dev.packhorse.engine.Packhorse.Result;
import dev.packhorse.engine.batch.RunFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrateCommandTest {
  private static final String VERSION = "{\"type\":\"version\",\"version\":1}";
  private static final String TEAM =
      "{\"type\":\"team\",\"team\":{\"name\":\"crew\",\"display_name\":\"Crew\",\"type\":\"O\"}}";
  private static final String CHANNEL =
      "{\"type\":\"channel\",\"channel\":{\"team\":\"crew\",\"name\":\"deck\",\"display_name\":\"D\","
          + "\"type\":\"O\"}}";
  private static final String USER =
      "{\"type\":\"user\",\"user\":{\"username\":\"ann\",\"email\":\"ann@example.org\",\"teams\":"
          + "[{\"name\":\"crew\",\"channels\":[{\"name\":\"deck\"}]}]}}";

  @TempDir Path folder;
  private Packhorse packhorse;
  private Path source;
  private Path target;

  @BeforeEach
  void begin() throws IOException {
    packhorse = new Packhorse(folder.resolve("state"));
    source = Packhorse.lines(folder.resolve("in.jsonl"), good());
    target = folder.resolve("out.jsonl");
  }

  private static String post(String user, String message, long time) {
    return "{\"type\":\"post\",\"post\":{\"team\":\"crew\",\"channel\":\"deck\",\"user\":\""
        + user
        + "\",\"message\":\""
        + message
        + "\",\"create_at\":"
        + time
        + "}}";
  }

  private static String[] good(String... more) {
    List<String> lines = new ArrayList<>(List.of(VERSION, TEAM, CHANNEL, USER));
    lines.add(post("ann", "one", 1_600_000_000_001L));
    lines.addAll(Arrays.asList(more));
    return lines.toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"there.jsonl", "there.jsonl.gz", "there.jsonl.zst", "there.zip", "there/"})
  void everyFormCanBeWrittenAndReadAgain(String name) throws IOException {
    String address = folder.resolve(name) + (name.endsWith("/") ? "/" : "");
    Result there = packhorse.run("migrate", source, address);
    assertThat(there.exitCode()).as(there.out() + there.err()).isZero();
    Result back = packhorse.run("migrate", address, target);
    assertThat(back.exitCode()).as(back.out() + back.err()).isZero();
    assertThat(target).hasSameBinaryContentAs(source);
  }

  @Test
  void refusedRecordsGoToTheRejectFileAndCanBeLoadedOnceMended() throws IOException {
    Packhorse.lines(source, good(post("bob", "two", 1_600_000_000_002L)));
    Result result = packhorse.run("migrate", source, target);
    assertThat(result.exitCode()).isEqualTo(3);
    Path rejects = folder.resolve("out.jsonl.rejects.jsonl");
    assertThat(rejects).hasContent(VERSION + "\n" + post("bob", "two", 1_600_000_000_002L));
    assertThat(folder.resolve("out.jsonl.rejects.jsonl.problems.jsonl"))
        .content()
        .contains("\"code\":\"reference.user.unknown\"", "\"line\":6");
    Files.writeString(rejects, Files.readString(rejects).replace("bob", "ann"));
    Result mended =
        packhorse.run("migrate", rejects, folder.resolve("more.jsonl"), "--existing", target);
    assertThat(mended.exitCode()).as(mended.out()).isZero();
  }

  @Test
  void theBalanceSheetAccountsForEveryRecord() throws IOException {
    String twice = post("ann", "twice", 1_600_000_000_003L);
    Packhorse.lines(source, good(post("bob", "two", 1_600_000_000_002L), twice, twice));
    Result result = packhorse.run("migrate", source, target, "--repair", "--json");
    assertThat(result.out())
        .contains(
            "{\"type\":\"post\",\"kind\":\"records\",\"read\":4,\"refused\":1,\"added\":0,"
                + "\"written\":2,\"merged\":1}");
  }

  @Test
  void withOnProblemStopNothingIsWritten() throws IOException {
    Packhorse.lines(source, good(post("bob", "two", 1_600_000_000_002L)));
    Result result = packhorse.run("migrate", source, target, "--on-problem", "stop");
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.out()).contains("Nothing was written");
    assertThat(target).doesNotExist();
  }

  @Test
  void aDryRunLeavesNothingBehind() throws IOException {
    Result result = packhorse.run("migrate", source, target, "--dry-run");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("Dry run: 5 records would be written");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(source));
  }

  @Test
  void aDryRunNeedsNoTarget() {
    Result result = packhorse.run("migrate", source, "--dry-run");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("Dry run: 5 records would be written.");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(source));
    assertThat(packhorse.run("migrate", source).err()).contains("TARGET is missing");
  }

  @Test
  void aTargetThatSomebodyElseMadeIsNotReplacedUnasked() throws IOException {
    Files.writeString(target, "mine");
    Result refused = packhorse.run("migrate", source, target);
    assertThat(refused.exitCode()).isEqualTo(7);
    assertThat(refused.err()).contains("--replace");
    assertThat(target).hasContent("mine");
    assertThat(packhorse.run("migrate", source, target, "--replace").exitCode()).isZero();
    assertThat(target).hasSameBinaryContentAs(source);
  }

  @Test
  void theSameCommandAfterACompletedRunBeginsAnew() throws IOException {
    assertThat(packhorse.run("migrate", source, target).exitCode()).isZero();
    Packhorse.lines(source, good(post("ann", "two", 1_600_000_000_002L)));
    assertThat(packhorse.run("migrate", source, target).exitCode()).isZero();
    assertThat(target).hasSameBinaryContentAs(source);
    assertThat(packhorse.run("jobs", "list").out().lines().filter(l -> l.contains("done")))
        .hasSize(2);
  }

  @Test
  void twoRunsToOneTargetExcludeEachOther() throws IOException {
    try (RunFolder held = RunFolder.lock(packhorse.stateFolder(), target.toString())) {
      Result second = packhorse.run("migrate", source, target);
      assertThat(held.path()).exists();
      assertThat(second.exitCode()).isEqualTo(11);
      assertThat(second.err()).contains("Another run");
    }
  }

  @Test
  void aDamagedSourceEndsTheRunBeforeAnythingIsWrittenAndAWholeOneGoesThrough() throws IOException {
    Path zip = folder.resolve("in.zip");
    assertThat(packhorse.run("migrate", source, zip).exitCode()).isZero();
    byte[] bytes = Files.readAllBytes(zip);
    byte[] damaged = bytes.clone();
    damaged[60] ^= 0x55;
    Files.write(zip, damaged);
    Result result = packhorse.run("migrate", zip, target);
    assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(13);
    assertThat(target).doesNotExist();
    Files.write(zip, bytes);
    Result changed = packhorse.run("migrate", zip, target);
    assertThat(changed.exitCode()).isEqualTo(7);
    assertThat(changed.err()).contains("was changed", "--fresh", "jobs abandon");
    Result fresh = packhorse.run("migrate", zip, target, "--fresh");
    assertThat(fresh.exitCode()).as(fresh.out() + fresh.err()).isZero();
    assertThat(target).hasSameBinaryContentAs(source);
  }

  @Test
  void anUnfinishedRunOnlyGoesOnUnderItsOwnSettings() throws IOException {
    Path zip = folder.resolve("in.zip");
    packhorse.run("migrate", source, zip);
    byte[] bytes = Files.readAllBytes(zip);
    bytes[60] ^= 0x55;
    Files.write(zip, bytes);
    packhorse.run("migrate", zip, target);
    Result other = packhorse.run("migrate", zip, target, "--repair");
    assertThat(other.exitCode()).isEqualTo(7);
    assertThat(other.err()).contains("other settings");
    assertThat(packhorse.run("jobs", "abandon", 2).out()).contains("given up");
    assertThat(packhorse.run("jobs", "show", 2).out()).contains("abandoned");
  }

  @Test
  void aTargetThatHoldsNoFilesLosesThemLoudly() throws IOException {
    Path archive = Files.createDirectories(folder.resolve("in"));
    Files.copy(source, archive.resolve("import.jsonl"));
    Files.createDirectories(archive.resolve("data"));
    Files.writeString(archive.resolve("data").resolve("a.txt"), "a");
    Result result = packhorse.run("migrate", archive, target);
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).contains("lost: 1 file that the target's form can't hold");
    Result wanted =
        packhorse.run("migrate", archive, folder.resolve("b.jsonl"), "--no-attachments");
    assertThat(wanted.exitCode()).as(wanted.out()).isZero();
  }

  @Test
  void aFullDiskEndsTheRunWithItsOwnExitCodeAndTheRunGoesOnWhenThereIsRoom() throws Exception {
    Path small = Files.createDirectories(folder.resolve("small"));
    StringBuilder big = new StringBuilder(String.join("\n", good())).append('\n');
    for (int i = 0; i < 30_000; i++) {
      big.append(post("ann", "message number " + i * 7919L + " of many", 1_600_000_001_000L + i));
      big.append('\n');
    }
    Files.writeString(source, big);
    Path out = small.resolve("out.jsonl");
    // In a mount namespace of its own the process sees a disk of two megabytes at that folder.
    List<String> onSmallDisk =
        List.of(
            "unshare",
            "-rm",
            "sh",
            "-c",
            "mount -t tmpfs -o size=2m none "
                + small
                + " && \"$@\"; code=$?; cp "
                + small
                + "/* "
                + folder
                + " 2>/dev/null; exit $code",
            "sh");
    Path log = folder.resolve("log");
    Process process = packhorse.start(onSmallDisk, log, "migrate", source, out);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(log);
    assumeTrue(!said.contains("unshare:") && !said.contains("mount:"), "left out: " + said);
    assertThat(process.exitValue()).as(said).isEqualTo(14);
    assertThat(said).contains("no space left");
    Files.copy(folder.resolve("out.jsonl.partial"), small.resolve("out.jsonl.partial"));
    Result resumed = packhorse.run("migrate", source, out);
    assertThat(resumed.exitCode()).as(resumed.out() + resumed.err()).isZero();
    assertThat(resumed.out()).contains("Going on with job 1");
    assertThat(out).hasSameBinaryContentAs(source);
  }

  @Test
  void recordsInAnyOrderAreBroughtIntoTheOneThatWorks() throws IOException {
    Packhorse.lines(source, VERSION, post("ann", "one", 1_600_000_000_001L), USER, CHANNEL, TEAM);
    assertThat(packhorse.run("validate", source).exitCode()).isEqualTo(4);
    Result result = packhorse.run("migrate", source, target, "--repair", "-v");
    assertThat(result.exitCode()).as(result.out()).isZero();
    assertThat(result.out()).contains("repair.order");
    assertThat(target)
        .hasContent(
            String.join(
                "\n", VERSION, TEAM, CHANNEL, USER, post("ann", "one", 1_600_000_000_001L)));
  }

  @Test
  void aFileOfThousandsOfAlternatingTypesIsOrderedToo() throws IOException {
    List<String> lines = new ArrayList<>(List.of(VERSION, TEAM, CHANNEL));
    for (int i = 0; i < 12_000; i++) {
      lines.add(post("u" + i, "m", 1_600_000_000_000L + i));
      lines.add(
          "{\"type\":\"user\",\"user\":{\"username\":\"u"
              + i
              + "\",\"email\":\"u"
              + i
              + "@example.org\"}}");
    }
    Packhorse.lines(source, lines.toArray(String[]::new));
    Result result = packhorse.run("migrate", source, target, "--repair");
    assertThat(result.exitCode()).as(result.out()).isZero();
    List<String> written = Files.readAllLines(target);
    assertThat(written).hasSameSizeAs(lines);
    assertThat(written.subList(3, 12_003)).allMatch(line -> line.startsWith("{\"type\":\"user\""));
    assertThat(packhorse.run("validate", target, "-q").exitCode()).isZero();
  }

  @Test
  void standardInputIsReadAnewWhereNoRunIsToBeGoneOnWith() throws IOException {
    assertThat(fromStandardInput("not json", "--on-problem", "stop").exitCode()).isEqualTo(4);
    Files.writeString(target, "mine");
    assertThat(fromStandardInput(TEAM).exitCode()).isEqualTo(7);
    Result result = fromStandardInput(VERSION + "\n" + TEAM, "--replace");
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(target).hasContent(VERSION + "\n" + TEAM + "\n");
  }

  private Result fromStandardInput(String text, Object... flags) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    try {
      List<Object> words = new ArrayList<>(List.of("migrate", "-", target));
      words.addAll(List.of(flags));
      return packhorse.run(words.toArray());
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void emptyLinesAndAByteOrderMarkAreGoneAfterRepair() throws IOException {
    Files.writeString(source, "\ufeff" + VERSION + "\n\n" + TEAM + "\n  \r\n");
    Result result = packhorse.run("migrate", source, target, "--repair");
    assertThat(result.exitCode()).as(result.out()).isZero();
    assertThat(result.out()).containsPattern("unreadable +2 +0 +0 +0 +2");
    assertThat(Files.readString(target)).isEqualTo(VERSION + "\n" + TEAM + "\n");
  }

  @Test
  void aDirectoryTakesItsRecordsAndTheRejectFileGoesBesideIt() throws IOException {
    Packhorse.lines(source, good(post("bob", "two", 1_600_000_000_002L)));
    Result result = packhorse.run("migrate", source, folder.resolve("out") + "/");
    assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(3);
    assertThat(folder.resolve("out.rejects.jsonl")).exists();
    assertThat(folder.resolve("out").resolve("import.jsonl")).exists();
  }

  @Test
  void noOutputMayBeAnInput() throws IOException {
    byte[] before = Files.readAllBytes(source);
    for (String[] words :
        new String[][] {
          {"migrate", source + "", source + "", "--replace"},
          {"migrate", source + "", target + "", "--reject-file", source + ""},
          {"migrate", source + "", target + "", "--reject-file", target + ""},
          {"migrate", source + "", target + "", "--report", target + ""},
        }) {
      Result result = packhorse.run((Object[]) words);
      assertThat(result.exitCode()).as(String.join(" ", words)).isEqualTo(2);
      assertThat(result.err()).contains("the same file");
    }
    assertThat(source).hasBinaryContent(before);
    assertThat(target).doesNotExist();
  }

  @Test
  void aFreshRunFromAWrongSourceLeavesTheUnfinishedOneAlone() throws IOException {
    Path zip = folder.resolve("in.zip");
    packhorse.run("migrate", source, zip);
    byte[] bytes = Files.readAllBytes(zip);
    bytes[60] ^= 0x55;
    Files.write(zip, bytes);
    assertThat(packhorse.run("migrate", zip, target).exitCode()).isEqualTo(13);
    Result wrong = packhorse.run("migrate", folder.resolve("typo.zip"), target, "--fresh");
    assertThat(wrong.exitCode()).isEqualTo(5);
    assertThat(packhorse.run("migrate", zip, target).out()).contains("Going on with job 2");
  }

  @Test
  void aSourceThatIsCutOffIsDamagedWhateverItsForm() throws IOException {
    for (String form : new String[] {"jsonl.gz", "jsonl.zst", "zip"}) {
      Path whole = folder.resolve("whole." + form);
      assertThat(packhorse.run("migrate", source, whole).exitCode()).isZero();
      Path cut = folder.resolve("cut." + form);
      byte[] bytes = Files.readAllBytes(whole);
      Files.write(cut, Arrays.copyOf(bytes, bytes.length * 2 / 3));
      Result result = packhorse.run("migrate", cut, folder.resolve("of-cut-" + form + ".jsonl"));
      assertThat(result.exitCode()).as(form + result.err()).isEqualTo(13);
    }
  }

  @Test
  void anUnusableJobStoreIsSaidToBeOne() throws IOException {
    Files.createDirectories(packhorse.stateFolder());
    Files.writeString(packhorse.stateFolder().resolve("jobs.db"), "no database".repeat(1000));
    Result result = packhorse.run("migrate", source, target);
    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).contains("The job store can't be used").doesNotContain("\tat ");
  }

  @Test
  void aTargetIsOnlyReplacedUnaskedUnderTheSameSettings() throws IOException {
    assertThat(packhorse.run("migrate", source, target, "--repair").exitCode()).isZero();
    assertThat(packhorse.run("migrate", source, target, "--repair").exitCode()).isZero();
    assertThat(packhorse.run("migrate", source, target).exitCode()).isEqualTo(7);
  }
}
