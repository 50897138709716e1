package dev.packhorse.connectors.server.testing.faults;

import dev.packhorse.connectors.server.testing.wire.Reply;
import java.util.Map;

/** What others say in the place of the server's routes (rest-api reference 1.5 and 1.7). */
final class Answers {
  private Answers() {}

  static Reply status(int status) {
    return status == 500 ? internal() : proxy(status);
  }

  private static Reply internal() {
    return Reply.json(
            500,
            Map.of(
                "id",
                "app.fake.scripted.app_error",
                "message",
                "Something failed, as the test wanted it.",
                "detailed_error",
                "",
                "request_id",
                "ffffffffffffffffffffffffff",
                "status_code",
                500))
        .header("X-Request-ID", "ffffffffffffffffffffffffff");
  }

  static Reply proxy(int status) {
    String body =
        "<html>\r\n<head><title>%d</title></head>\r\n<body><center><h1>%d</h1></center><hr><center>nginx</center></body>\r\n</html>\r\n";
    return Reply.text(status, "text/html", body.formatted(status, status));
  }

  static Reply tooMany(long retryAfterSeconds) {
    return Reply.text(429, "text/plain; charset=utf-8", "limit exceeded\n")
        .header("X-RateLimit-Limit", "101")
        .header("X-RateLimit-Remaining", "0")
        .header("X-RateLimit-Reset", String.valueOf(retryAfterSeconds + 10))
        .header("Retry-After", String.valueOf(retryAfterSeconds));
  }
}
