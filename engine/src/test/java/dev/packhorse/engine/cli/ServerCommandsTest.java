package dev.packhorse.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.server.testing.FakeServer;
import dev.packhorse.connectors.server.testing.state.Channel;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.engine.Packhorse;
import dev.packhorse.engine.Packhorse.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server as users of the command line meet it. */
class ServerCommandsTest {
  @TempDir private Path folder;

  private FakeServer fake;
  private Packhorse packhorse;
  private String server;
  private String token;
  private Path tokenFile;

  @BeforeEach
  void start() throws IOException {
    fake = FakeServer.start();
    User ann = fake.user("ann").admin();
    Channel deck = fake.channel(fake.team("pirates"), "deck");
    fake.post(deck, ann, "Land ahoy");
    token = fake.personalToken(ann);
    tokenFile = Files.writeString(folder.resolve("token"), token + "\n");
    server = fake.uri().toString();
    packhorse =
        new Packhorse(folder.resolve("state"))
            .with("XDG_CONFIG_HOME", folder.resolve("config").toString());
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  private Result run(int exitCode, Object... words) {
    Result result = packhorse.run(words);
    assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(exitCode);
    assertThat(result.out() + result.err()).as("no secrets").doesNotContain(token);
    return result;
  }

  @Test
  void whoSignsInIsKnownUntilTheLogout() {
    assertThat(run(0, "login", server, "--token-file", tokenFile).out())
        .startsWith("ann, a system administrator, is signed in by token at " + server);
    assertThat(run(0, "whoami", server, "--json").out())
        .contains("\"message_type\":\"identity\"", "\"username\":\"ann\"");
    assertThat(run(0, "logout", server).out()).startsWith("ann is signed out of ");
    assertThat(run(6, "whoami", server).err()).contains("server.denied.sign-in", "packhorse login");
  }

  @Test
  void aPasswordComesFromAFileOrAVariableAndNeverFromTheCommand() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "secret-of-ann\n");
    run(0, "login", server, "--user", "ann", "--password-file", password);
    packhorse.with("PACKHORSE_PASSWORD", "wrong");
    run(6, "login", server, "--user", "ann");
    run(2, "login", server);
    run(2, "login", server, "--user", "ann", "--token-file", tokenFile);
    assertThat(run(2, "whoami", "https://ann:secret@chat.example.org").err())
        .doesNotContain("secret");
  }

  @Test
  void theExportOfAServerIsAnArchiveLikeAnyOther() {
    Path archive = folder.resolve("backup.zip");
    run(0, "export", server, "-o", archive, "--token-file", tokenFile, "--exclude", "roles");
    run(0, "validate", archive);
    assertThat(run(0, "inspect", archive).out()).containsPattern("post +1\\R");
    assertThat(fake.world().jobs).hasSize(1);
  }

  @Test
  void overTheSocketNoLoginIsNeeded() throws IOException {
    Path socket = folder.resolve("s");
    fake.localMode(socket);
    assertThat(run(0, "whoami", "local:" + socket).out()).startsWith("Over its socket");
    run(0, "export", "local:" + socket, "-o", folder.resolve("b.zip"), "--exclude", "roles");
  }

  @Test
  void whatIsNoServerIsToldInAWord() {
    assertThat(run(5, "whoami", "http://127.0.0.1:1", "--token-file", tokenFile).err())
        .contains("server.not-reachable");
    assertThat(run(6, "whoami", "local:" + folder.resolve("none")).err())
        .contains("The socket can't be used: it is not there.");
    assertThat(run(2, "whoami", "chat.example.org").err()).contains("https://chat.example.org");
    assertThat(run(7, "migrate", tokenFile, server).err()).contains("can only be exported from");
  }
}
