package dev.packhorse.connectors.database.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.connectors.database.testing.TestServer;
import dev.packhorse.connectors.database.testing.TlsFiles;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that demand TLS, with a certificate of an authority that only we know. */
class TlsTest {

  @Nested
  class Postgres extends Contract {
    @Override
    TestServer server(TlsFiles files) {
      return TestDatabases.postgres(files);
    }

    @Override
    String grant() {
      return "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader";
    }
  }

  @Nested
  class Mariadb extends Contract {
    @Override
    TestServer server(TlsFiles files) {
      return TestDatabases.mariadb(files);
    }

    @Override
    String grant() {
      return "GRANT SELECT ON " + database.name() + ".* TO reader";
    }
  }

  @Timeout(60)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Contract {
    @TempDir private static Path folder;

    TestDatabase database;
    private TlsFiles files;
    private TlsFiles others;

    abstract TestServer server(TlsFiles files);

    abstract String grant();

    @BeforeAll
    void start() throws IOException {
      files = TlsFiles.make(Files.createTempDirectory(folder, "tls"));
      others = TlsFiles.make(Files.createTempDirectory(folder, "tls"));
      database = server(files).create().withMattermost537();
      database.run(grant());
    }

    @AfterAll
    void drop() {
      database.close();
    }

    @Test
    void aServerThatProvesItsNameIsRead() throws IOException {
      String address = address("localhost", "verify-full", files.authority());
      try (Snapshot snapshot = open(address, TestDatabase.PASSWORD)) {
        assertThat(Reads.rows(snapshot, Query.load("posts"))).hasSizeGreaterThan(100);
      }
    }

    @Test
    void aServerOfAnotherNameIsNotTrusted() throws IOException {
      String other = address("127.0.0.1", "verify-full", files.authority());
      assertThat(refusal(other)).isEqualTo(DatabaseProblem.TLS_UNTRUSTED);
      assertThat(refused(other, TestDatabase.PASSWORD).getMessage())
          .contains("another name than 127.0.0.1");
      open(address("127.0.0.1", "verify-ca", files.authority()), TestDatabase.PASSWORD).close();
    }

    @Test
    void aCertificateOfAnotherAuthorityIsNotTrusted() {
      for (String mode : new String[] {"verify-ca", "verify-full"}) {
        assertThat(refusal(address("localhost", mode, others.authority())))
            .isEqualTo(DatabaseProblem.TLS_UNTRUSTED);
        assertThat(refusal(address("localhost", mode, null)))
            .as("the authorities of the system")
            .isEqualTo(DatabaseProblem.TLS_UNTRUSTED);
      }
    }

    @Test
    void aFileOfTheAuthorityThatIsNotThereIsNamed() {
      Path none = folder.resolve("none.pem");
      ProblemException refused = refused(address("localhost", "verify-full", none), "");
      assertThat(refused.problem().code()).isEqualTo(DatabaseProblem.TLS_FILE);
      assertThat(refused.getMessage()).contains("none.pem");
      assertThat(refusal(address("127.0.0.1", "disable", none)))
          .as("a file that nobody needs")
          .isEqualTo(DatabaseProblem.TLS_DEMANDED);
    }

    @Test
    void aFileOfTheAuthorityThatHasNoCertificateIsNoneToTrust() {
      assertThat(refusal(address("localhost", "verify-full", files.key())))
          .isEqualTo(DatabaseProblem.TLS_UNTRUSTED);
    }

    @Test
    void requiredTlsIsThereWithoutProof() throws IOException {
      for (String mode : new String[] {"prefer", "require"}) {
        open(address("127.0.0.1", mode, null), TestDatabase.PASSWORD).close();
      }
    }

    @Test
    void aServerThatDemandsTlsSaysSo() {
      assertThat(refusal(address("127.0.0.1", "disable", null)))
          .isEqualTo(DatabaseProblem.TLS_DEMANDED);
    }

    @Test
    void aWrongPasswordIsRefusedByTlsAsWell() {
      String address = address("localhost", "verify-full", files.authority());
      assertThat(refused(address, "wrong").problem().code()).isEqualTo(DatabaseProblem.LOGIN);
    }

    private String address(String host, String mode, Path authority) {
      String file = authority == null ? "" : "&sslrootcert=" + authority;
      return database.address(TestDatabase.READER).replace("127.0.0.1", host)
          + "?sslmode="
          + mode
          + file;
    }

    private static Snapshot open(String address, String password) throws IOException {
      return Databases.open(
          DatabaseAddress.parse(address).withPassword(password), SnapshotOptions.of(2));
    }

    private static ProblemCode refusal(String address) {
      return refused(address, TestDatabase.PASSWORD).problem().code();
    }

    private static ProblemException refused(String address, String password) {
      ProblemException refused =
          catchThrowableOfType(ProblemException.class, () -> open(address, password).close());
      assertThat(refused).as(address).isNotNull();
      assertThat(refused.getMessage() + refused.problem().hint()).doesNotContain("{");
      return refused;
    }
  }
}
