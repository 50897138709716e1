package dev.packhorse.connectors.server.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packhorse.connectors.server.http.ServerProblem;
import dev.packhorse.connectors.server.testing.FakeServer;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.spi.server.Access;
import dev.packhorse.connectors.spi.server.Identity;
import dev.packhorse.connectors.spi.server.SignIn;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in as rest-api reference 1.1 to 1.3 has it. */
class LoginTest {
  @TempDir private Path folder;

  private final MattermostServers servers = new MattermostServers();
  private FakeServer fake;
  private User ann;

  @BeforeEach
  void start() throws IOException {
    fake = FakeServer.start();
    ann = fake.user("ann").admin();
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  private String address() throws IOException {
    return fake.uri().toString();
  }

  private Access access(String token) {
    return new Access(() -> token, folder.resolve("logins"), null, Map.of(), () -> false);
  }

  private SignIn with(String password, String code) {
    return new SignIn("ann", () -> password, () -> code);
  }

  private static ServerProblem refusal(ThrowingCallable call) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, call);
    assertThat(refused).isNotNull();
    assertThat(refused.getMessage()).doesNotContain("secret-of-ann");
    return (ServerProblem) refused.problem().code();
  }

  @Test
  void aLoginIsKeptForItsOwnerAloneAndUsedByLaterCommands() throws IOException {
    Identity identity = servers.login(address(), access(null), with(ann.password, null));
    assertThat(identity.username()).isEqualTo("ann");
    assertThat(identity.administrator()).isTrue();
    assertThat(identity.version()).startsWith("11.");
    try (Stream<Path> files = Files.list(folder.resolve("logins"))) {
      assertThat(files).singleElement().satisfies(LoginTest::isPrivate);
    }
    isPrivate(folder.resolve("logins"));
    assertThat(servers.identity(address(), access(null)).how()).isEqualTo("password");
  }

  private static void isPrivate(Path path) throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .matches("rw[x-]------");
  }

  @Test
  void aWrongPasswordIsTriedOnceSinceAccountsGetLocked() {
    assertThat(refusal(() -> servers.login(address(), access(null), with("wrong", null))))
        .isEqualTo(ServerProblem.SIGN_IN);
    assertThat(ann.failedAttempts).isEqualTo(1);
    assertThat(folder.resolve("logins")).doesNotExist();
  }

  @Test
  void anAccountThatIsLockedSaysSo() {
    ann.failedAttempts = 10;
    assertThat(refusal(() -> servers.login(address(), access(null), with(ann.password, null))))
        .isEqualTo(ServerProblem.LOCKED_OUT);
  }

  @Test
  void theCodeOfASecondFactorIsAskedForOnlyWhenTheServerWantsIt() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    SignIn how =
        new SignIn(
            "ann",
            () -> ann.password,
            () -> {
              asked.incrementAndGet();
              return "123 456";
            });
    servers.login(address(), access(null), how);
    assertThat(asked).hasValue(0);
    ann.mfaCode = "123456";
    servers.login(address(), access(null), how);
    assertThat(asked).hasValue(1);
    assertThat(refusal(() -> servers.login(address(), access(null), with(ann.password, null))))
        .isEqualTo(ServerProblem.MFA);
  }

  @Test
  void aTokenIsUsedForOneCommandAndKeptOnlyIfAsked() throws IOException {
    String token = fake.personalToken(ann);
    assertThat(servers.identity(address(), access(token)).how()).isEqualTo("token");
    assertThat(folder.resolve("logins")).doesNotExist();
    servers.login(address(), access(token));
    assertThat(servers.identity(address(), access(null)).username()).isEqualTo("ann");
    assertThat(servers.logout(address(), access(null))).contains("ann");
    assertThat(servers.identity(address(), access(token)).username())
        .as("a token that somebody made by hand is not ended by a logout")
        .isEqualTo("ann");
  }

  @Test
  void aLogoutEndsTheLoginOnTheServerToo() throws IOException {
    servers.login(address(), access(null), with(ann.password, null));
    int tokens = fake.world().tokens.size();
    assertThat(servers.logout(address(), access(null))).contains("ann");
    assertThat(fake.world().tokens).hasSize(tokens - 1);
    assertThat(servers.logout(address(), access(null))).isEmpty();
    assertThat(refusal(() -> servers.identity(address(), access(null))))
        .isEqualTo(ServerProblem.SIGN_IN);
  }

  @Test
  void aLoginThatHasExpiredSaysSo() throws IOException {
    servers.login(address(), access(null), with(ann.password, null));
    fake.expireLogins();
    assertThat(refusal(() -> servers.identity(address(), access(null))))
        .isEqualTo(ServerProblem.SESSION);
  }

  @Test
  void overTheSocketNobodySignsIn() throws IOException {
    Path socket = folder.resolve("s");
    fake.localMode(socket);
    Identity identity = servers.identity("local:" + socket, access(null));
    assertThat(identity.username()).isNull();
    assertThat(identity.administrator()).isTrue();
    assertThat(refusal(() -> servers.login("local:" + socket, access("x"))))
        .isEqualTo(ServerProblem.ADDRESS);
  }

  @Test
  void aSocketThatOthersMayUseIsNotUsed() throws IOException {
    Path socket = folder.resolve("s");
    fake.localMode(socket);
    Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(refusal(() -> servers.identity("local:" + socket, access(null))))
        .isEqualTo(ServerProblem.SOCKET);
    assertThat(refusal(() -> servers.identity("local:" + folder.resolve("none"), access(null))))
        .isEqualTo(ServerProblem.SOCKET);
  }

  @Test
  void whatIsNoMattermostGetsNoPassword() throws IOException {
    fake.on("GET /system/ping").always().answer(200, "text/html", "<html>Welcome to the hotel");
    AtomicInteger asked = new AtomicInteger();
    SignIn how = new SignIn("ann", () -> "" + asked.incrementAndGet(), () -> null);
    assertThat(refusal(() -> servers.login(address(), access(null), how)))
        .isEqualTo(ServerProblem.NOT_MATTERMOST);
    assertThat(asked).hasValue(0);
  }

  @Test
  void aWrongSchemeIsTold() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answering = new Thread(() -> answerAsGoDoes(plain));
      answering.setDaemon(true);
      answering.start();
      String tls = "https://127.0.0.1:" + plain.getLocalPort();
      assertThat(refusal(() -> servers.identity(tls, access("token"))))
          .isEqualTo(ServerProblem.TLS_NONE);
    }
  }

  /** A server without TLS takes the beginning of a handshake for a request that it can't read. */
  private static void answerAsGoDoes(ServerSocket plain) {
    try (Socket caller = plain.accept()) {
      caller.getInputStream().read(new byte[4096]);
      String bad = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n400 Bad Request";
      caller.getOutputStream().write(bad.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
