package dev.packhorse.connectors.server.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packhorse.connectors.server.api.Client;
import dev.packhorse.connectors.server.http.Network;
import dev.packhorse.connectors.server.http.Patience;
import dev.packhorse.connectors.server.http.Pause;
import dev.packhorse.connectors.server.http.ServerProblem;
import dev.packhorse.connectors.server.http.TcpTransport;
import dev.packhorse.connectors.server.job.JobProblem;
import dev.packhorse.connectors.server.testing.FakeServer;
import dev.packhorse.connectors.server.testing.state.ExportPlan;
import dev.packhorse.connectors.server.testing.state.Profile;
import dev.packhorse.connectors.spi.InterruptedStaging;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.connectors.spi.Staging;
import dev.packhorse.formats.archive.ArchiveLimits;
import dev.packhorse.formats.archive.BulkArchive;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server's own export comes home whole, or is said not to (rest-api reference 3 and 7.6). */
class ExportJobTest {
  @TempDir private Path folder;

  private FakeServer fake;
  private TcpTransport transport;
  private String token;
  private byte[] archive;

  @BeforeEach
  void start() throws IOException {
    archive = zip();
    serve(Profile.V11);
  }

  private void serve(Profile profile) throws IOException {
    fake = FakeServer.start(profile);
    fake.world().exportPlan.archive = archive;
    token = fake.personalToken(fake.user("ann").admin());
    transport = new TcpTransport(fake.uri(), Network.of(null, Map.of(), fake.uri()));
  }

  @AfterEach
  void stop() throws IOException {
    transport.close();
    fake.close();
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("import.jsonl"));
      zip.write("{\"type\":\"version\",\"version\":1}\n".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("data/large.bin"));
      byte[] large = new byte[3 << 20];
      new Random(3).nextBytes(large);
      zip.write(large);
    }
    return bytes.toByteArray();
  }

  private Path here() {
    return folder.resolve("export.zip");
  }

  private void run() throws IOException {
    run(time -> fake.advance(time));
  }

  private void run(Pause pause) throws IOException {
    Client client = new Client("fake", new Patience(transport, pause), () -> token);
    JobNotes notes = new JobNotes(folder.resolve("job.properties"));
    new ExportJob(client, pause, fake.world().clock, Staging.UNWATCHED, notes)
        .run(Part.USUAL, here());
  }

  private void isWhole() throws IOException {
    assertThat(here()).hasBinaryContent(archive);
    assertThat(fake.world().jobs).as("one job").hasSize(1);
    try (var left = Files.list(fake.world().store.exports())) {
      assertThat(left).as("what is left on the server").isEmpty();
    }
    BulkArchive.open(here(), ArchiveLimits.DEFAULT).close();
  }

  private ProblemCode refusal() {
    return catchThrowableOfType(ProblemException.class, this::run).problem().code();
  }

  @ParameterizedTest
  @EnumSource(
      value = ExportPlan.Mode.class,
      names = {"COMPLETE", "GROWING", "LATE"})
  void theArchiveIsFetchedOnceItIsWhole(ExportPlan.Mode mode) throws IOException {
    fake.world().exportPlan.mode = mode;
    run();
    isWhole();
  }

  @Test
  void aDownloadThatIsCutGoesOnFromTheBytesThatAreHere() throws IOException {
    for (int call = 1; call <= 3; call++) {
      fake.on("GET /exports/*").call(call).cutAfter(700_000);
    }
    run();
    isWhole();
  }

  @Test
  void aNewProcessGoesOnWithTheJobAndTheBytesItHas() throws IOException {
    fake.on("GET /exports/*").cutAfter(1_000_000);
    int[] pauses = {0};
    Pause stopping =
        time -> {
          fake.advance(time);
          if (++pauses[0] == 3) {
            throw new InterruptedStaging();
          }
        };
    fake.on("GET /exports/*").call(2).times(9).status(502);
    assertThatExceptionOfType(InterruptedStaging.class).isThrownBy(() -> run(stopping));
    run();
    isWhole();
  }

  @Test
  void anAnswerThatIsLostStartsNoSecondJob() throws IOException {
    fake.on("POST /jobs").loseAnswer();
    run();
    isWhole();
  }

  @Test
  void aFailureOfAProxyStartsNoSecondJob() throws IOException {
    fake.on("POST /jobs").status(502);
    fake.on("POST /jobs").call(2).loseAnswer();
    run();
    isWhole();
  }

  @Test
  void aCutWhileTheJobIsStartedStartsNoSecondOne() throws IOException {
    fake.on("POST /jobs").loseAnswer();
    assertThatExceptionOfType(InterruptedStaging.class).isThrownBy(() -> run(this::stopping));
    assertThat(fake.world().jobs).hasSize(1);
    run();
    isWhole();
  }

  private void stopping(Duration time) throws IOException {
    throw new InterruptedStaging();
  }

  @Test
  void aCutWhileTheFileIsRemovedFromTheServerLosesNothing() throws IOException {
    fake.on("DELETE /exports/*").times(2).loseAnswer(); // Java's client asks again by itself
    assertThatExceptionOfType(InterruptedStaging.class).isThrownBy(() -> run(this::untilRemoved));
    assertThat(here()).hasBinaryContent(archive);
    run();
    isWhole();
  }

  /** Stops once the file is here and gone from the server. */
  private void untilRemoved(Duration time) throws IOException {
    fake.advance(time);
    try (var left = Files.list(fake.world().store.exports())) {
      if (Files.exists(here()) && left.findAny().isEmpty()) {
        throw new InterruptedStaging();
      }
    }
  }

  @Test
  void anOldServerGivesItsFileAnotherName() throws IOException {
    stop();
    serve(Profile.V5_37);
    run();
    isWhole();
  }

  @Test
  void aFileThatNeverComesEndsTheRun() {
    fake.world().exportPlan.mode = ExportPlan.Mode.NEVER;
    assertThat(refusal()).isEqualTo(ExportProblem.NEVER_WHOLE);
    assertThat(here()).doesNotExist();
  }

  @Test
  void aJobThatFailsIsToldInTheWordsOfTheServerAndStartedAnew() throws IOException {
    fake.world().exportPlan.mode = ExportPlan.Mode.TRUNCATED;
    assertThat(refusal()).isEqualTo(JobProblem.FAILED);
    fake.world().exportPlan.mode = ExportPlan.Mode.COMPLETE;
    run();
    assertThat(here()).hasBinaryContent(archive);
  }

  @Test
  void aJobThatNobodyPicksUpIsNotWaitedForForEver() {
    fake.jobs().neverPickedUp = true;
    assertThat(refusal()).isEqualTo(JobProblem.NOT_PICKED_UP);
  }

  @Test
  void aJobWhoseServerCrashedIsNotWaitedForForEver() {
    fake.jobs().crash = true;
    assertThat(refusal()).isEqualTo(JobProblem.STALLED);
  }

  @Test
  void whoIsNoAdministratorIsToldSo() throws IOException {
    token = fake.personalToken(fake.user("ben"));
    assertThat(refusal()).isEqualTo(ServerProblem.PERMISSION);
  }
}
