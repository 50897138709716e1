package dev.packhorse.connectors.server.testing;

import static dev.packhorse.connectors.server.testing.Site.read;
import static dev.packhorse.connectors.server.testing.Site.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhorse.connectors.server.testing.state.Store;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The upload machine (reference 2.1 to 2.4 and 7.4)")
class UploadTest {
  private static final int MIB = 1 << 20;

  private FakeServer fake;
  private Site site;
  private byte[] archive;

  @BeforeEach
  void start() throws IOException {
    fake = FakeServer.start();
    site = new Site(fake.uri(), fake.personalToken(fake.user("ann").admin()));
    archive = new byte[12 * MIB];
    new Random(1).nextBytes(archive);
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  private byte[] part(int from, int to) {
    return Arrays.copyOfRange(archive, from, to);
  }

  private long offset(String id) {
    return read(site.get("/uploads/" + id)).path("file_offset").asLong();
  }

  private void assertArrived(String id) throws Exception {
    String name = id + "_a.zip";
    assertThat(fake.imports()).containsExactly(name);
    byte[] sha = MessageDigest.getInstance("SHA-256").digest(archive);
    assertThat(fake.importSha256(name)).isEqualTo(HexFormat.of().formatHex(sha));
    assertThat(said(site.get("/uploads/" + id))).isEqualTo("404 app.upload.get.app_error");
  }

  @Test
  @DisplayName("2.3: parts are appended, the last one completes and the record is gone")
  void parts() throws Exception {
    String id = site.createUpload("dir/a.zip", archive.length);
    assertThat(said(site.data("/uploads/" + id, part(0, 5 * MIB)))).isEqualTo("204");
    assertThat(fake.imports()).isEmpty();
    assertThat(said(site.data("/uploads/" + id, part(5 * MIB, archive.length - 1))))
        .isEqualTo("204");
    var last = site.data("/uploads/" + id, part(archive.length - 1, archive.length));
    assertThat(said(last)).isEqualTo("200");
    assertThat(read(last).path("id").asText()).isNotEqualTo(id).hasSize(26);
    assertArrived(id);
  }

  @Test
  @DisplayName("2.3: a first part below 5 MiB is thrown away unless it is the whole")
  void small() {
    String id = site.createUpload("a.zip", archive.length);
    assertThat(said(site.data("/uploads/" + id, part(0, 5 * MIB - 1))))
        .isEqualTo("400 app.upload.upload_data.first_part_too_small.app_error");
    assertThat(offset(id)).isZero();
    String whole = site.createUpload("b.zip", 10);
    assertThat(said(site.data("/uploads/" + whole, part(0, 10)))).isEqualTo("200");
  }

  @Test
  @DisplayName("2.3: more than what is missing is refused before it is read")
  void surplus() {
    String id = site.createUpload("a.zip", 10);
    assertThat(said(site.data("/uploads/" + id, part(0, 11))))
        .isEqualTo("400 api.upload.upload_data.invalid_content_length");
  }

  @Test
  @DisplayName("7.4: a cut leaves what arrived on a disk, and nothing within the first 5 MiB")
  void cutOnDisk() throws Exception {
    String id = site.createUpload("a.zip", archive.length);
    fake.on("POST /uploads/*").dropAfter(MIB);
    assertThatThrownBy(() -> site.send("POST", "/uploads/" + id, part(0, 6 * MIB)))
        .isInstanceOf(IOException.class);
    assertThat(offset(id)).isZero();
    assertThat(said(site.data("/uploads/" + id, part(0, 6 * MIB)))).isEqualTo("204");
    fake.on("POST /uploads/*").dropAfter(MIB);
    assertThatThrownBy(() -> site.send("POST", "/uploads/" + id, part(6 * MIB, 12 * MIB)))
        .isInstanceOf(IOException.class);
    assertThat(offset(id)).isEqualTo(7L * MIB);
    assertThat(said(site.data("/uploads/" + id, part(7 * MIB, 12 * MIB)))).isEqualTo("200");
    assertArrived(id);
  }

  @Test
  @DisplayName("7.4: a cut loses the whole part on S3")
  void cutOnS3() {
    fake.store(Store.Kind.S3);
    String id = site.createUpload("a.zip", archive.length);
    assertThat(said(site.data("/uploads/" + id, part(0, 6 * MIB)))).isEqualTo("204");
    fake.on("POST /uploads/*").dropAfter(MIB);
    assertThatThrownBy(() -> site.send("POST", "/uploads/" + id, part(6 * MIB, 12 * MIB)))
        .isInstanceOf(IOException.class);
    assertThat(offset(id)).isEqualTo(6L * MIB);
  }

  @Test
  @DisplayName("2.3: a store that fails keeps nothing of the part")
  void storeFails() {
    String id = site.createUpload("a.zip", archive.length);
    fake.world().store.failingAppends = 1;
    assertThat(said(site.data("/uploads/" + id, part(0, 6 * MIB))))
        .isEqualTo("500 api.file.write_file.app_error");
    assertThat(offset(id)).isZero();
    assertThat(said(site.data("/uploads/" + id, part(0, 6 * MIB)))).isEqualTo("204");
    fake.world().store.failingAppends = 1;
    assertThat(said(site.data("/uploads/" + id, part(6 * MIB, 12 * MIB))))
        .isEqualTo("500 api.file.append_file.app_error");
    assertThat(offset(id)).isEqualTo(6L * MIB);
  }

  @Test
  @DisplayName(
      "2.1 and 2.2: attachments off is 501, others may not look, unfinished ones are listed")
  void records() {
    String id = site.createUpload("a.zip", archive.length);
    Site bob = site.as(fake.loginToken(fake.user("bob")));
    assertThat(said(bob.get("/uploads/" + id))).startsWith("403 api.upload.get_upload.forbidden");
    assertThat(said(bob.data("/uploads/" + id, part(0, 1)))).startsWith("403 ");
    assertThat(read(bob.get("/users/me/uploads")).isEmpty()).isTrue();
    assertThat(read(site.get("/users/me/uploads")).at("/0/id").asText()).isEqualTo(id);
    fake.config("FileSettings.EnableFileAttachments", false);
    assertThat(said(site.data("/uploads/" + id, part(0, 1))))
        .isEqualTo("501 api.file.attachments.disabled.app_error");
  }

  @Test
  @DisplayName("7.4 step 7: until the server has noticed a cut it refuses and tells the old offset")
  void lockRelease() {
    fake.world().lockReleaseMillis = 30_000;
    String id = site.createUpload("a.zip", archive.length);
    fake.on("POST /uploads/*").dropAfter(6 * MIB);
    assertThatThrownBy(() -> site.send("POST", "/uploads/" + id, part(0, 8 * MIB)))
        .isInstanceOf(IOException.class);
    assertThat(offset(id)).isZero();
    assertThat(said(site.data("/uploads/" + id, part(0, 6 * MIB))))
        .isEqualTo("400 app.upload.upload_data.concurrent.app_error");
    fake.advance(Duration.ofSeconds(31));
    assertThat(offset(id)).isEqualTo(6L * MIB);
    fake.world().lockReleaseMillis = 0;
    fake.world().lockReleaseRefusals = 1;
    fake.on("POST /uploads/*").dropAfter(MIB);
    assertThatThrownBy(() -> site.send("POST", "/uploads/" + id, part(6 * MIB, 8 * MIB)))
        .isInstanceOf(IOException.class);
    assertThat(said(site.data("/uploads/" + id, part(7 * MIB, 8 * MIB)))).contains("concurrent");
    assertThat(said(site.data("/uploads/" + id, part(7 * MIB, 8 * MIB)))).isEqualTo("204");
    assertThat(offset(id)).isEqualTo(8L * MIB);
  }

  @Test
  @DisplayName("2.3: an empty body repeats a completion that failed")
  void completion() throws Exception {
    String id = site.createUpload("a.zip", archive.length);
    fake.world().store.failingFinals = 2;
    assertThat(said(site.data("/uploads/" + id, archive)))
        .isEqualTo("500 app.upload.upload_data.move_file.app_error");
    assertThat(offset(id)).isEqualTo(archive.length);
    assertThat(said(site.data("/uploads/" + id, new byte[0]))).startsWith("500");
    assertThat(said(site.data("/uploads/" + id, new byte[0]))).isEqualTo("200");
    assertArrived(id);
  }

  @Test
  @DisplayName("7.4: a lost answer has moved the state")
  void lostAnswer() throws Exception {
    String id = site.createUpload("a.zip", archive.length);
    fake.on("POST /uploads/*").times(2).loseAnswer();
    assertThatThrownBy(() -> site.send("POST", "/uploads/" + id, part(0, 6 * MIB)))
        .isInstanceOf(IOException.class);
    assertThat(offset(id)).isEqualTo(6L * MIB);
    assertThatThrownBy(() -> site.send("POST", "/uploads/" + id, part(6 * MIB, 12 * MIB)))
        .isInstanceOf(IOException.class);
    assertArrived(id);
  }
}
