package dev.packhorse.connectors.server.testing;

import static dev.packhorse.connectors.server.testing.Site.read;
import static dev.packhorse.connectors.server.testing.Site.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What a server of the newest version does and refuses, as far as it can be asked without harm; a
 * fake that passes is no friendlier than a real one. Numbers are sections of the REST reference.
 */
abstract class ServerContract {

  /** Asked as a system administrator who has a personal access token. */
  abstract Site site();

  /** Lets so much time pass that a job gets on. */
  abstract void pause() throws InterruptedException;

  @Test
  @DisplayName("1.4: every answer names its request and the server's version")
  void headers() {
    for (var answer :
        List.of(site().get("/system/ping"), site().as(null).get("/users/me"), site().get("/nix"))) {
      assertThat(answer.headers().firstValue("X-Request-ID").orElse("")).hasSize(26);
      assertThat(answer.headers().firstValue("X-Version-ID").orElse(""))
          .matches("\\d+\\.\\d+\\.\\d+\\..*\\.(true|false)");
    }
  }

  @Test
  @DisplayName("1.5: an error is JSON with id, status and the request's id")
  void errorBody() {
    var answer = site().as("nonsense").get("/users/me");
    assertThat(said(answer)).isEqualTo("401 api.context.session_expired.app_error");
    JsonNode error = read(answer);
    assertThat(error.path("status_code").asInt()).isEqualTo(401);
    assertThat(error.path("detailed_error").asText()).isEmpty();
    assertThat(answer.headers().firstValue("X-Request-ID"))
        .hasValue(error.path("request_id").asText());
  }

  @Test
  @DisplayName("1.5: a wrong method, HEAD and an unknown path are 404 alike")
  void noRoute() {
    assertThat(said(site().get("/no/such/route"))).isEqualTo("404 api.context.404.app_error");
    assertThat(said(site().delete("/system/ping"))).isEqualTo("404 api.context.404.app_error");
    assertThat(site().call("HEAD", "/system/ping", null).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("1.6: ping needs no token and tells of its stores when asked")
  void ping() {
    var answer = site().as(null).get("/system/ping?get_server_status=true");
    assertThat(read(answer).path("status").asText()).isEqualTo("OK");
    assertThat(read(answer).path("database_status").asText()).isEqualTo("OK");
    assertThat(answer.headers().firstValue("database_status")).hasValue("OK");
  }

  @Test
  @DisplayName("7.3: one value that is no string makes a login wrong")
  void loginValues() {
    var answer =
        site()
            .as(null)
            .post("/users/login", Map.of("login_id", "nobody", "password", "x", "other", true));
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  @DisplayName("4.2: more than 200 a page are cut without a word; the own address is verified")
  void users() {
    JsonNode page = read(site().get("/users?per_page=1000"));
    assertThat(page.size()).isBetween(1, 200);
    for (JsonNode user : page) {
      assertThat(user.path("email_verified").asBoolean()).isFalse();
      assertThat(user.path("password").asText()).isEmpty();
    }
    assertThat(read(site().get("/users/me")).path("roles").asText()).contains("system_admin");
  }

  @Test
  @DisplayName("5.1: an account that is not there is 404")
  void noUser() {
    assertThat(said(site().get("/users/username/no-such-name-at-all")))
        .isEqualTo("404 app.user.missing_account.const");
  }

  @Test
  @DisplayName("2.1: an upload needs a size, a name and room")
  void uploadRefused() {
    var upload = Map.of("type", "import", "filename", "a.zip", "file_size", 0);
    assertThat(said(site().post("/uploads", upload))).endsWith("is_valid.file_size.app_error");
    upload = Map.of("type", "import", "filename", "a.zip", "file_size", 1L << 50);
    assertThat(said(site().post("/uploads", upload)))
        .isEqualTo("413 api.upload.create.upload_too_large.app_error");
    assertThat(said(site().post("/uploads", Map.of("file_size", "10"))))
        .isEqualTo("400 api.context.invalid_body_param.app_error");
    assertThat(said(site().get("/uploads/abcdefghijklmnopqrstuvwxyz"))).startsWith("404 ");
  }

  @Test
  @DisplayName("2.3 to 2.7: what is no zip uploads well, and its job ends as error")
  void importOfNonsense() throws InterruptedException {
    String id = site().createUpload("packhorse-contract.zip", 9);
    assertThat(said(site().data("/uploads/" + id, "ten bytes!".getBytes())))
        .isEqualTo("400 api.upload.upload_data.invalid_content_length");
    assertThat(said(site().data("/uploads/" + id, "too ".getBytes())))
        .isEqualTo("400 app.upload.upload_data.first_part_too_small.app_error");
    assertThat(read(site().get("/uploads/" + id)).path("file_offset").asLong()).isZero();
    assertThat(said(site().data("/uploads/" + id, "not a zip".getBytes()))).isEqualTo("200");
    String name = id + "_packhorse-contract.zip";
    assertThat(read(site().get("/imports")).toString()).contains(name);

    JsonNode job = started(Map.of("import_file", name));
    assertThat(job.path("status").asText()).isEqualTo("error");
    assertThat(job.path("progress").asInt()).isEqualTo(-1);
    assertThat(job.path("data").has("line_number")).isFalse();
    assertThat(job.path("data").path("error").asText())
        .startsWith("Error during job execution. — ");
    assertThat(said(site().call("POST", "/jobs/" + job.path("id").asText() + "/cancel", null)))
        .isEqualTo("500 jobs.request_cancellation.status.error");
    assertThat(read(site().get("/imports")).toString()).contains(name);
    assertThat(said(site().delete("/imports/" + name))).isEqualTo("200");
    assertThat(said(site().delete("/imports/" + name))).isEqualTo("200");
  }

  private JsonNode started(Map<String, String> data) throws InterruptedException {
    var answer = site().post("/jobs", Map.of("type", "import_process", "data", data));
    assertThat(said(answer)).isEqualTo("201");
    JsonNode job = read(answer);
    assertThat(job.path("status").asText()).isEqualTo("pending");
    for (int look = 0; look < 60 && !job.path("status").asText().matches("error|success"); look++) {
      pause();
      job = read(site().get("/jobs/" + job.path("id").asText()));
    }
    return job;
  }

  @Test
  @DisplayName("2.6: values of a job's data are strings, and its type is known")
  void jobRefused() {
    assertThat(
            said(
                site()
                    .post("/jobs", Map.of("type", "import_process", "data", Map.of("workers", 4)))))
        .isEqualTo("400 api.context.invalid_body_param.app_error");
    assertThat(said(site().post("/jobs", Map.of("type", "nonsense", "data", Map.of()))))
        .isEqualTo("400 api.job.unable_to_create_job.incorrect_job_type");
    assertThat(said(site().get("/jobs/abcdefghijklmnopqrstuvwxyz"))).startsWith("404 ");
  }

  @Test
  @DisplayName("3.3: only names that end in .zip are exports; deleting none succeeds")
  void exports() {
    assertThat(said(site().get("/exports/nothing.zip")))
        .isEqualTo("404 api.export.export_not_found.app_error");
    assertThat(said(site().get("/exports/nothing.txt"))).isEqualTo("404 api.context.404.app_error");
    assertThat(said(site().delete("/exports/nothing.zip"))).isEqualTo("200");
  }

  @Test
  @DisplayName("6: settings come with their secrets masked; those for clients are strings")
  void settings() {
    assertThat(read(site().get("/config")).at("/SqlSettings/DataSource").asText()).matches("\\*+");
    JsonNode client = read(site().get("/config/client?format=old"));
    assertThat(client.path("MaxPostSize").isTextual()).isTrue();
    assertThat(read(site().get("/license/client?format=old")).has("IsLicensed")).isTrue();
    assertThat(read(site().get("/limits/server")).has("activeUserCount")).isTrue();
  }
}
