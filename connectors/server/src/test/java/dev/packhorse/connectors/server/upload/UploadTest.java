package dev.packhorse.connectors.server.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packhorse.connectors.server.api.Client;
import dev.packhorse.connectors.server.http.Network;
import dev.packhorse.connectors.server.http.Patience;
import dev.packhorse.connectors.server.http.Pause;
import dev.packhorse.connectors.server.http.TcpTransport;
import dev.packhorse.connectors.server.testing.FakeServer;
import dev.packhorse.connectors.server.testing.state.Store;
import dev.packhorse.connectors.spi.InterruptedStaging;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What arrives is what was sent, whatever happens on the way (rest-api reference 2.3, 7.4). */
class UploadTest {
  private static final int SIZE = (37 << 20) + 11;

  @TempDir private Path folder;

  private FakeServer fake;
  private TcpTransport transport;
  private Upload upload;
  private Path archive;
  private String token;
  private final List<String> ids = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    fake = FakeServer.start();
    token = fake.personalToken(fake.user("ann").admin());
    transport = new TcpTransport(fake.uri(), Network.of(null, Map.of(), fake.uri()));
    upload = upload(time -> fake.advance(time));
    archive = folder.resolve("part.zip");
    byte[] bytes = new byte[SIZE];
    new Random(7).nextBytes(bytes);
    Files.write(archive, bytes);
  }

  private Upload upload(Pause pause) {
    Client client = new Client("fake", new Patience(transport, pause), () -> token);
    return new Upload(client, false, pause, bytes -> {});
  }

  @AfterEach
  void stop() throws IOException {
    transport.close();
    fake.close();
  }

  private String send() throws IOException {
    return upload.send(archive, "part.zip", ids.isEmpty() ? null : ids.get(0), ids::add);
  }

  private void arrived(String name) throws IOException, GeneralSecurityException {
    assertThat(fake.imports()).containsExactly(name);
    byte[] sha = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive));
    assertThat(fake.importSha256(name)).isEqualTo(HexFormat.of().formatHex(sha));
    assertThat(ids).as("one upload, and no second one").hasSize(1);
  }

  @Test
  void aFileIsSentInPiecesAndListedUnderItsName() throws Exception {
    String name = send();
    assertThat(name).isEqualTo(ids.get(0) + "_part.zip");
    arrived(name);
  }

  @ParameterizedTest
  @EnumSource(Store.Kind.class)
  void thirtyCutsAtRandomPlacesLeaveNoTrace(Store.Kind kind) throws Exception {
    fake.store(kind);
    Random random = new Random(kind.ordinal());
    int call = 0;
    for (int cut = 0; cut < 30; cut++) {
      call += 1 + random.nextInt(2);
      fake.on("POST /uploads/*").call(call).dropAfter(random.nextInt(16 << 20));
    }
    arrived(send());
  }

  @Test
  void anAnswerThatIsLostCostsNoByteAndDoublesNone() throws Exception {
    fake.on("POST /uploads").status(502);
    fake.on("POST /uploads").call(2).loseAnswer();
    fake.on("POST /uploads/*").call(2).loseAnswer();
    fake.on("POST /uploads/*").call(4).loseAnswer();
    arrived(send());
  }

  @Test
  void aNewProcessGoesOnWhereTheOldOneWasCut() throws Exception {
    fake.on("POST /uploads/*").call(2).dropAfter(9 << 20);
    Upload cut = upload(time -> throwStopped());
    assertThatExceptionOfType(InterruptedStaging.class)
        .isThrownBy(() -> cut.send(archive, "part.zip", null, ids::add));
    assertThat(fake.imports()).isEmpty();
    arrived(send());
  }

  private static void throwStopped() throws IOException {
    throw new InterruptedStaging();
  }

  @Test
  void whatIsThereAlreadyIsNotSentAgain() throws Exception {
    String name = send();
    fake.on("POST /uploads/*").always().status(500);
    assertThat(send()).isEqualTo(name);
    arrived(name);
  }

  @Test
  void aProxyThatTakesLittleGetsLittle() throws Exception {
    fake.on("POST /uploads/*").always().html413(9 << 20);
    arrived(send());
  }

  @Test
  void aProxyThatTakesTooLittleIsTold() {
    fake.on("POST /uploads/*").always().html413(4 << 20);
    ProblemException refused = catchThrowableOfType(ProblemException.class, this::send);
    assertThat(refused.problem().code()).isEqualTo(UploadProblem.PROXY_LIMIT);
  }

  @Test
  void anArchiveAboveTheLimitOfTheServerIsRefusedBeforeItIsSent() {
    fake.config("FileSettings.MaxFileSize", 30_000_000);
    ProblemException refused = catchThrowableOfType(ProblemException.class, this::send);
    assertThat(refused.problem().code()).isEqualTo(UploadProblem.TOO_LARGE);
    assertThat(ids).isEmpty();
  }

  @Test
  void aFailureAtTheEndIsMendedByAskingForTheEndAgain() throws Exception {
    fake.world().store.failingFinals = 2;
    arrived(send());
  }

  @Test
  void tooManyRequestsAreWaitedFor() throws Exception {
    fake.on("POST /uploads/*").call(2).times(3).tooMany(17);
    arrived(send());
  }
}
