package dev.packhorse.connectors.server.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of the fake alone share: a fresh one, and an administrator. */
abstract class FakeTest {
  FakeServer fake;
  Site site;

  @BeforeEach
  void start() throws IOException {
    use(FakeServer.start());
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  void use(FakeServer other) throws IOException {
    if (fake != null) {
      fake.close();
    }
    fake = other;
    site = new Site(fake.uri(), fake.personalToken(fake.user("ann").admin()));
  }

  /** An archive with these lines after that of the version. */
  static byte[] archive(String... lines) throws IOException {
    return zip(
        "import.jsonl", "{\"type\":\"version\",\"version\":1}\n" + String.join("\n", lines) + "\n");
  }

  /** Names and contents. */
  static byte[] zip(String... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry(entries[i]));
        zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
