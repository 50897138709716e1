package dev.packhorse.connectors.server.testing;

import static dev.packhorse.connectors.server.testing.Site.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Faults on demand (reference 1.5, 1.7 and 7.4)")
class FaultsTest extends FakeTest {

  @Test
  @DisplayName("A rule means the n-th call of its route and no other")
  void nth() {
    fake.on("GET /users/*").call(2).status(500);
    assertThat(said(site.get("/users/me"))).isEqualTo("200");
    assertThat(said(site.get("/system/ping"))).isEqualTo("200");
    assertThat(said(site.get("/users/me"))).startsWith("500 ");
    assertThat(said(site.get("/users/me"))).isEqualTo("200");
  }

  @Test
  @DisplayName("1.5: what stands in front answers in HTML and without the server's headers")
  void proxy() {
    fake.on("POST /**").html413(1000);
    fake.on("GET /**").times(2).status(502);
    var answer = site.get("/users/me");
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/html");
    assertThat(answer.headers().firstValue("X-Request-ID")).isEmpty();
    var large = site.data("/uploads/x", new byte[2 << 20]);
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.headers().firstValue("content-type")).hasValue("text/html");
  }

  @Test
  @DisplayName("1.7: the rate limiter refuses in plain text; by user each header comes twice")
  void rate() {
    fake.config("RateLimitSettings.Enable", true).config("RateLimitSettings.MaxBurst", 2);
    fake.config("RateLimitSettings.VaryByUser", true).config("RateLimitSettings.PerSec", 1);
    for (int i = 0; i < 3; i++) {
      assertThat(said(site.get("/system/ping"))).isEqualTo("200");
    }
    var refused = site.get("/system/ping");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(new String(refused.body(), StandardCharsets.UTF_8)).isEqualTo("limit exceeded\n");
    assertThat(refused.headers().allValues("X-RateLimit-Limit")).containsExactly("3", "3");
    assertThat(refused.headers().allValues("Retry-After")).hasSize(2);
    fake.advance(Duration.ofSeconds(2));
    assertThat(said(site.get("/system/ping"))).isEqualTo("200");
  }

  @Test
  @DisplayName("7.4: 429 can be scripted, too")
  void scriptedRate() {
    fake.on("GET /users/me").tooMany(7);
    var refused = site.get("/users/me");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("7");
  }

  @Test
  @DisplayName("A body that is cut ends before its length; one that stalls does not end")
  void bodies() throws IOException {
    fake.on("GET /config").cutAfter(100);
    assertThatThrownBy(() -> site.send("GET", "/config", null)).isInstanceOf(IOException.class);
    fake.on("GET /system/ping").stallAfter(5);
    assertStalls("GET /api/v4/system/ping", true);
    fake.on("GET /system/ping").stall();
    assertStalls("GET /api/v4/system/ping", false);
  }

  private void assertStalls(String request, boolean head) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", fake.uri().getPort())) {
      socket.setSoTimeout(200);
      byte[] text = (request + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.UTF_8);
      socket.getOutputStream().write(text);
      InputStream in = socket.getInputStream();
      if (head) {
        assertThat(in.read()).isEqualTo('H');
      }
      assertThatThrownBy(in::readAllBytes).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  @DisplayName("7.5: a login can die between two calls, and a record vanish")
  void events() {
    Site login = site.as(fake.loginToken(fake.user("ann")));
    String id = site.createUpload("a.zip", 10);
    fake.on("GET /users/me").call(2).before(fake::expireLogins);
    fake.on("GET /uploads/*").before(() -> fake.world().uploads.clear());
    assertThat(said(login.get("/users/me"))).isEqualTo("200");
    assertThat(said(login.get("/users/me"))).startsWith("401");
    assertThat(said(site.get("/uploads/" + id))).startsWith("404");
  }

  @Test
  @DisplayName("1.5: bodies above the limit of ordinary calls are 413 in JSON")
  void payload() {
    assertThat(said(site.data("/users/ids", new byte[300_001])))
        .isEqualTo("413 api.context.request_body_too_large.app_error");
  }

  @Test
  @DisplayName("1.6: an unhealthy server says so with 500, unless asked for REST semantics")
  void unhealthy() {
    fake.world().unhealthy = true;
    assertThat(site.get("/system/ping").statusCode()).isEqualTo(500);
    assertThat(site.get("/system/ping?use_rest_semantics=true").statusCode()).isEqualTo(200);
  }
}
