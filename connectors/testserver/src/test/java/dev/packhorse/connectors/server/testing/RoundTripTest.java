package dev.packhorse.connectors.server.testing;

import static dev.packhorse.connectors.server.testing.Site.read;
import static dev.packhorse.connectors.server.testing.Site.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.testing.state.Profile;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("From one server to the next by their own jobs (reference 2 and 3)")
class RoundTripTest extends FakeTest {

  private JsonNode job(String type, Map<String, String> data) {
    var started = site.post("/jobs", Map.of("type", type, "data", data));
    JsonNode job = read(started);
    for (int look = 0; look < 3; look++) {
      job = read(site.get("/jobs/" + job.path("id").asText()));
    }
    return job;
  }

  private byte[] export(Map<String, String> data) {
    job("export_process", data);
    return site.get("/exports/" + read(site.get("/exports")).get(0).asText()).body();
  }

  private JsonNode imported(byte[] archive) {
    String id = site.createUpload("a.zip", archive.length);
    assertThat(said(site.data("/uploads/" + id, archive))).isEqualTo("200");
    return job("import_process", Map.of("import_file", id + "_a.zip"));
  }

  @Test
  @DisplayName("What an export holds arrives: posts, replies, files, direct messages, bots, emoji")
  void arrives() throws IOException {
    SampleData.fill(fake, 5);
    byte[] archive = export(Map.of("include_attachments", "true"));
    use(FakeServer.start());
    assertThat(imported(archive).path("status").asText()).isEqualTo("success");
    // Left out: one deleted post, one of an archived channel.
    assertThat(fake.world().posts).hasSize(450 - 1 + 1 + 3);
    assertThat(fake.world().files).hasSize(1);
    assertThat(fake.world().emoji).hasSize(1);
    assertThat(fake.user("robot").bot).isTrue();
    assertThat(fake.imported().get(0).warnings()).hasSize(1);
    assertThat(imported(archive).path("status").asText()).isEqualTo("success");
    assertThat(fake.world().posts).as("the same file again doubles nothing").hasSize(453);
    assertThat(fake.imported().get(1).reset()).contains("ann", "user0000");
  }

  @Test
  @DisplayName("3.2: without attachments an export that has emoji can't be imported as it is")
  void emoji() throws IOException {
    SampleData.fill(fake, 5);
    byte[] archive = export(Map.of());
    use(FakeServer.start());
    assertThat(imported(archive).at("/data/error").asText()).contains("emoji image");
  }

  @Test
  @DisplayName("2.7: a line of a type that an older server does not know ends its import")
  void older() throws IOException {
    SampleData.fill(fake, 5);
    byte[] archive = export(Map.of("include_attachments", "true"));
    use(FakeServer.start(Profile.V9_4));
    assertThat(imported(archive).at("/data/error").asText()).contains("unknown type \"bot\"");
  }
}
