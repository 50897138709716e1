package dev.packhorse.connectors.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The local socket (reference 1.3)")
class LocalModeTest extends FakeTest {
  @TempDir Path folder;
  private Path socket;

  @BeforeEach
  void listen() throws IOException {
    socket = folder.resolve("local.socket");
    fake.localMode(socket);
  }

  /** The whole answer. */
  private String call(String method, String path, String body) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      String request =
          "%s /api/v4%s HTTP/1.1\r\nHost: _\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(method, path, body.length(), body);
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
      return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  @DisplayName("It is its owner's alone, asks for no token and may do everything it has")
  void rights() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
        .isEqualTo("rw-------");
    assertThat(call("GET", "/users", "")).startsWith("HTTP/1.1 200").contains("\"ann\"");
    assertThat(call("GET", "/imports", "")).startsWith("HTTP/1.1 200");
    String bob = fake.user("bob").id;
    assertThat(call("DELETE", "/users/" + bob + "?permanent=true", "")).startsWith("HTTP/1.1 200");
  }

  @Test
  @DisplayName("Uploads are nobody's, and must say so")
  void uploads() throws IOException {
    String upload = "{\"type\":\"import\",\"filename\":\"a.zip\",\"file_size\":10%s}";
    assertThat(call("POST", "/uploads", upload.formatted(""))).startsWith("HTTP/1.1 400");
    assertThat(call("POST", "/uploads", upload.formatted(",\"user_id\":\"nouser\"")))
        .startsWith("HTTP/1.1 201");
    assertThat(call("GET", "/users/nouser/uploads", "")).contains("\"a.zip\"");
  }

  @Test
  @DisplayName("Files, emoji, limits, threads and channels of a user are not on it")
  void missing() throws IOException {
    String id = fake.user("ann").id;
    for (String path :
        new String[] {"/files/x", "/emoji", "/limits/server", "/users/" + id + "/channels"}) {
      assertThat(call("GET", path, "")).startsWith("HTTP/1.1 404");
    }
  }

  @Test
  @DisplayName("What only the socket may do is 401 over TCP")
  void localOnly() {
    assertThat(Site.said(site.delete("/users")))
        .isEqualTo("401 api.context.local_origin_required.app_error");
  }
}
