package dev.packhorse.connectors.server.testing;

import static dev.packhorse.connectors.server.testing.Site.read;
import static dev.packhorse.connectors.server.testing.Site.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhorse.connectors.server.testing.state.ExportPlan;
import dev.packhorse.connectors.server.testing.state.Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The export machine (reference 3 and 7.6)")
class ExportsTest extends FakeTest {

  /** The path of the file that a job leaves. */
  private String export() {
    var job = site.post("/jobs", Map.of("type", "export_process", "data", Map.of()));
    String id = read(job).path("id").asText();
    for (int i = 0; i < 3; i++) {
      site.get("/jobs/" + id);
    }
    return "/exports/" + id + "_export.zip";
  }

  private void mode(ExportPlan.Mode mode) {
    fake.world().exportPlan.mode = mode;
    fake.world().exportPlan.archive = "0123456789".repeat(100).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("3.2: the file holds what the server knows, but nothing deleted or archived")
  void content() throws IOException {
    var town = fake.channel(fake.team("crew"), "town-square");
    fake.post(town, fake.user("ann"), "kept");
    fake.post(town, fake.user("ann"), "removed").deleted(1);
    fake.post(fake.channel(fake.team("crew"), "old").archived(), fake.user("ann"), "archived");
    var zip = new ZipInputStream(new ByteArrayInputStream(site.get(export()).body()));
    assertThat(zip.getNextEntry().getName()).isEqualTo("import.jsonl");
    String lines = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
    assertThat(lines).startsWith("{\"type\":\"version\",\"version\":1}\n").contains("\"kept\"");
    assertThat(lines).doesNotContain("removed").doesNotContain("archived\"");
    var data = read(site.get("/jobs/type/export_process")).at("/0/data");
    assertThat(data.path("posts_exported").asText()).isEqualTo("3");
  }

  @Test
  @DisplayName("3.3: ranges resume a download; past the end is 416 with the size")
  void ranges() {
    mode(ExportPlan.Mode.COMPLETE);
    String path = export();
    var part = site.call("GET", path, null, "Range", "bytes=995-");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 995-999/1000");
    assertThat(part.headers().firstValue("ETag")).isEmpty();
    assertThat(new String(part.body(), StandardCharsets.UTF_8)).isEqualTo("56789");
    var past = site.call("GET", path, null, "Range", "bytes=1000-");
    assertThat(past.statusCode()).isEqualTo(416);
    assertThat(past.headers().firstValue("Content-Range")).hasValue("bytes */1000");
    assertThat(site.call("HEAD", path, null).statusCode()).isEqualTo(404);
    fake.on("GET /exports/*").cutAfter(300);
    assertThatThrownBy(() -> site.send("GET", path, null)).isInstanceOf(IOException.class);
  }

  @Test
  @DisplayName("7.6: after success the file may still grow, come late, or never come")
  void modes() {
    mode(ExportPlan.Mode.GROWING);
    String growing = export();
    assertThat(site.get(growing).body().length).isLessThan(site.get(growing).body().length);
    assertThat(site.get(growing).body()).hasSize(1000);
    mode(ExportPlan.Mode.LATE);
    fake.world().exportPlan.looks = 1;
    String late = export();
    assertThat(said(site.get(late))).startsWith("404");
    assertThat(said(site.get(late))).isEqualTo("200");
    mode(ExportPlan.Mode.NEVER);
    assertThat(said(site.get(export()))).startsWith("404");
    mode(ExportPlan.Mode.TRUNCATED);
    assertThat(site.get(export()).body()).hasSize(333);
    var job = read(site.get("/jobs/type/export_process")).get(0);
    assertThat(job.path("status").asText()).isEqualTo("error");
  }

  @Test
  @DisplayName("3.2: on 5.37 the name of the file is not that of the job")
  void old() throws IOException {
    use(FakeServer.start(Profile.V5_37));
    String path = export();
    assertThat(said(site.get(path))).startsWith("404");
    assertThat(read(site.get("/exports")).get(0).asText()).endsWith("_export.zip");
  }

  @Test
  @DisplayName("3.4: a direct link is refused with the id that the real server misspells")
  void link() {
    assertThat(said(site.call("POST", "/exports/a.zip/presign-url", null)))
        .startsWith("500 app.eport.generate_presigned_url.");
  }
}
