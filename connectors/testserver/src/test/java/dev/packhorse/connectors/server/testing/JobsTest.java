package dev.packhorse.connectors.server.testing;

import static dev.packhorse.connectors.server.testing.Site.read;
import static dev.packhorse.connectors.server.testing.Site.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.testing.state.Profile;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The job machine and the import (reference 2.6 to 2.9 and 7.5)")
class JobsTest extends FakeTest {
  private static final String TEAM =
      "{\"type\":\"team\",\"team\":{\"name\":\"crew\",\"display_name\":\"Crew\",\"type\":\"O\"}}";
  private static final String BOB =
      "{\"type\":\"user\",\"user\":{\"username\":\"bob\",\"email\":\"bob@example.org\","
          + "\"teams\":[{\"name\":\"crew\",\"channels\":[{\"name\":\"town-square\"}]}]}}";
  private static final String POST =
      "{\"type\":\"post\",\"post\":{\"team\":\"crew\",\"channel\":\"town-square\",\"user\":\"bob\","
          + "\"message\":\"hi\",\"create_at\":1600000000000,\"replies\":[{\"user\":\"bob\","
          + "\"message\":\"ho\",\"create_at\":1600000000001}]}}";

  private String upload(byte[] archive) {
    String id = site.createUpload("a.zip", archive.length);
    assertThat(said(site.data("/uploads/" + id, archive))).isEqualTo("200");
    return id + "_a.zip";
  }

  private String start(String file) {
    var answer =
        site.post("/jobs", Map.of("type", "import_process", "data", Map.of("import_file", file)));
    return read(answer).path("id").asText();
  }

  private JsonNode ended(String id) {
    JsonNode job = read(site.get("/jobs/" + id));
    String over = "success|error|canceled";
    for (int look = 0; look < 6 && !job.path("status").asText().matches(over); look++) {
      job = read(site.get("/jobs/" + id));
    }
    return job;
  }

  @Test
  @DisplayName("7.5: a job is pending, then in progress, then done, and its file is removed")
  void success() throws IOException {
    String file = upload(archive(TEAM, BOB, POST));
    String sha256 = fake.importSha256(file);
    String id = start(file);
    assertThat(read(site.get("/jobs/" + id)).path("status").asText()).isEqualTo("pending");
    JsonNode running = read(site.get("/jobs/" + id));
    assertThat(running.path("status").asText()).isEqualTo("in_progress");
    assertThat(running.path("last_activity_at")).isEqualTo(running.path("start_at"));
    JsonNode done = read(site.get("/jobs/" + id));
    assertThat(done.path("status").asText()).isEqualTo("success");
    assertThat(done.path("progress").asInt()).isEqualTo(100);
    assertThat(fake.imports()).isEmpty();
    assertThat(fake.imported().get(0).sha256()).isEqualTo(sha256);
    assertThat(fake.imported().get(0).lines()).isEqualTo(Map.of("team", 1, "user", 1, "post", 1));
    assertThat(fake.world().posts).hasSize(2);
    JsonNode log = read(site.get("/logs?logs_per_page=100"));
    assertThat(log.toString()).contains("Importing user").contains("Starting workers");
    assertThat(read(site.get("/users/username/bob")).path("id").asText()).hasSize(26);
  }

  @Test
  @DisplayName("7.5: by the clock a job waits for the watcher's round of 15 seconds")
  void clock() throws IOException {
    fake.jobs().byClock();
    String id = start(upload(archive(TEAM)));
    fake.advance(Duration.ofSeconds(14));
    assertThat(read(site.get("/jobs/" + id)).path("status").asText()).isEqualTo("pending");
    fake.advance(Duration.ofSeconds(2));
    assertThat(read(site.get("/jobs/" + id)).path("status").asText()).isEqualTo("in_progress");
    fake.advance(Duration.ofSeconds(61));
    assertThat(read(site.get("/jobs/" + id)).path("status").asText()).isEqualTo("success");
  }

  @Test
  @DisplayName("2.7: the first bad line ends the import; what was before stays; the file stays")
  void badLine() throws IOException {
    JsonNode job = ended(start(upload(archive(TEAM, "x", BOB))));
    assertThat(job.path("status").asText()).isEqualTo("error");
    assertThat(job.path("progress").asInt()).isEqualTo(-1);
    assertThat(job.at("/data/line_number").asText()).isEqualTo("3");
    assertThat(job.at("/data/error").asText())
        .startsWith("Error during job execution. — BulkImport: JSON decode of line failed.");
    assertThat(fake.world().teamNamed("crew")).isNotNull();
    assertThat(fake.world().userNamed("bob")).isNull();
    assertThat(fake.imports()).hasSize(1);
  }

  @Test
  @DisplayName("2.7: an author who is not known is reported at line 0")
  void unknownAuthor() throws IOException {
    JsonNode job = ended(start(upload(archive(TEAM, POST))));
    assertThat(job.at("/data/line_number").asText()).isEqualTo("0");
  }

  @Test
  @DisplayName("7.5: a failure can be scripted at any line")
  void failAt() throws IOException {
    fake.jobs().failAt(3, "BulkImport: the disk is full.");
    JsonNode job = ended(start(upload(archive(TEAM, BOB))));
    assertThat(job.at("/data/line_number").asText()).isEqualTo("3");
    assertThat(job.at("/data/error").asText()).endsWith("the disk is full.");
  }

  @Test
  @DisplayName("2.7: a second version line on line 2 makes the importer wait for ever")
  void twoVersions() throws IOException {
    JsonNode job = ended(start(upload(archive("{\"type\":\"version\",\"version\":1}"))));
    assertThat(job.path("status").asText()).isEqualTo("in_progress");
  }

  @Test
  @DisplayName("2.9: from 11.5 lines are looked for in the root only, before anywhere")
  void place() throws IOException {
    byte[] nested = zip("sub/import.jsonl", "{\"type\":\"version\",\"version\":1}\n" + TEAM);
    assertThat(ended(start(upload(nested))).at("/data/error").asText())
        .endsWith("JSONL file is missing.");
    use(FakeServer.start(Profile.V10_5));
    assertThat(ended(start(upload(nested))).path("status").asText()).isEqualTo("success");
  }

  @Test
  @DisplayName("2.8: an account without password on its line loses it, and its logins")
  void lostPassword() throws IOException {
    String login = fake.loginToken(fake.user("bob"));
    String personal = fake.personalToken(fake.user("bob"));
    assertThat(ended(start(upload(archive(TEAM, BOB)))).path("status").asText())
        .isEqualTo("success");
    assertThat(fake.user("bob").passwordReset).isTrue();
    assertThat(said(site.as(login).get("/users/me"))).startsWith("401");
    assertThat(said(site.as(personal).get("/users/me"))).isEqualTo("200");
  }

  @Test
  @DisplayName("2.8: the team's limit holds for the import")
  void teamLimit() throws IOException {
    fake.config("TeamSettings.MaxUsersPerTeam", 0);
    assertThat(ended(start(upload(archive(TEAM, BOB)))).at("/data/line_number").asText())
        .isEqualTo("3");
  }

  @Test
  @DisplayName("2.7: cancelling works while a job waits; one that runs is deaf")
  void cancel() throws IOException {
    String waiting = start(upload(archive(TEAM)));
    assertThat(said(site.call("POST", "/jobs/" + waiting + "/cancel", null))).isEqualTo("200");
    assertThat(ended(waiting).path("status").asText()).isEqualTo("canceled");
    String running = start(upload(archive(TEAM)));
    site.get("/jobs/" + running);
    site.get("/jobs/" + running);
    fake.jobs().byPolls(1, 3);
    assertThat(said(site.call("POST", "/jobs/" + running + "/cancel", null))).isEqualTo("200");
    assertThat(read(site.get("/jobs/" + running)).path("status").asText())
        .isEqualTo("cancel_requested");
    assertThat(ended(running).path("status").asText()).isEqualTo("success");
  }

  @Test
  @DisplayName("7.5: a second import waits behind the first; after a crash only force helps")
  void crash() throws IOException {
    String first = start(upload(archive(TEAM)));
    fake.jobs().byPolls(1, 4);
    site.get("/jobs/" + first);
    String second = start(upload(archive(TEAM)));
    site.get("/jobs/" + second);
    assertThat(read(site.get("/jobs/" + second)).path("status").asText()).isEqualTo("pending");
    fake.jobs().byPolls(1, 1).crash = true;
    assertThat(ended(first).path("status").asText()).isEqualTo("success");
    assertThat(ended(second).path("status").asText()).isEqualTo("in_progress");
    byte[] plain = Site.json(Map.of("status", "canceled"));
    assertThat(said(site.call("PATCH", "/jobs/" + second + "/status", plain)))
        .isEqualTo("400 api.job.status.invalid");
    byte[] forced = Site.json(Map.of("status", "canceled", "force", true));
    assertThat(said(site.call("PATCH", "/jobs/" + second + "/status", forced))).isEqualTo("200");
  }

  @Test
  @DisplayName("7.5: a job whose answer was lost is found in the list, newest first")
  void lostAnswer() throws IOException {
    String file = upload(archive(TEAM));
    fake.on("POST /jobs").loseAnswer();
    byte[] body = Site.json(Map.of("type", "import_process", "data", Map.of("import_file", file)));
    assertThatThrownBy(() -> site.send("POST", "/jobs", body)).isInstanceOf(IOException.class);
    JsonNode jobs = read(site.get("/jobs/type/import_process"));
    assertThat(jobs.size()).isEqualTo(1);
    assertThat(jobs.at("/0/data/import_file").asText()).isEqualTo(file);
  }

  @Test
  @DisplayName("7.1: 5.37 leaves progress at 0, has no DELETE of imports and no PATCH of jobs")
  void old() throws IOException {
    use(FakeServer.start(Profile.V5_37));
    String id = start(upload(archive(TEAM)));
    JsonNode job = ended(id);
    assertThat(job.path("status").asText()).isEqualTo("success");
    assertThat(job.path("progress").asInt()).isZero();
    assertThat(said(site.delete("/imports/a.zip"))).isEqualTo("404 api.context.404.app_error");
    assertThat(said(site.call("PATCH", "/jobs/" + id + "/status", new byte[0]))).startsWith("404");
    assertThat(ended(start("none.zip")).at("/data/error").asText())
        .startsWith("ImportProcessWorker");
  }
}
