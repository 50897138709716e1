package dev.packhorse.connectors.database.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as people and configurations write them; the cases are lines of addresses/read.txt. */
class DatabaseAddressTest {

  static Stream<String> lines() throws IOException {
    try (InputStream in = DatabaseAddressTest.class.getResourceAsStream("/addresses/read.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void saysWhatItMeans(String line) {
    int arrow = line.indexOf(" => ");
    String[] head = line.substring(0, arrow).split(" ", 3);
    String text = head[2];
    String meaning = meaning(head[0].equals("dsn"), head[1], text);
    assertThat(meaning).isEqualTo(line.substring(arrow + 4));
  }

  private static String meaning(boolean dsn, String engine, String text) {
    DatabaseAddress address;
    try {
      address =
          dsn
              ? DatabaseAddress.dsn(engine.equals("mysql") ? Engine.MYSQL : Engine.POSTGRES, text)
              : DatabaseAddress.parse(text);
    } catch (AddressException e) {
      return e.getMessage();
    }
    StringBuilder said = new StringBuilder(address.canonical());
    said.append(" tls=").append(address.tls().mode().word());
    if (address.tls().rootCertificate() != null) {
      said.append(" ca=").append(address.tls().rootCertificate());
    }
    if (address.connectSeconds() > 0) {
      said.append(" seconds=").append(address.connectSeconds());
    }
    if (address.hasPassword()) {
      said.append(" password=").append(address.password());
    }
    if (!address.ignored().isEmpty()) {
      said.append(" ignored=").append(String.join(",", address.ignored()));
    }
    return said.toString();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void theCanonicalFormMeansTheSameAndHoldsNoSecret(String line) {
    String[] head = line.substring(0, line.indexOf(" => ")).split(" ", 3);
    DatabaseAddress address;
    try {
      address =
          DatabaseAddress.dsn(head[1].equals("mysql") ? Engine.MYSQL : Engine.POSTGRES, head[2]);
    } catch (AddressException e) {
      return;
    }
    DatabaseAddress again = DatabaseAddress.parse(address.canonical());
    assertThat(again.canonical()).isEqualTo(address.canonical());
    assertThat(again.hosts().toString()).isEqualToIgnoringCase(address.hosts().toString());
    assertThat(again.socket()).isEqualTo(address.socket());
    assertThat(again.database()).isEqualTo(address.database());
    assertThat(again.user()).isEqualTo(address.user());
    assertThat(again.hasPassword()).isFalse();
    if (address.hasPassword() && address.password().length() > 2) {
      assertThat(address.toString() + address.canonical() + address.where())
          .doesNotContain(address.password());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres://", "postgresql://x", "MySQL://x", "mariadb://x"})
  void schemesAreKnown(String text) {
    assertThat(DatabaseAddress.handles(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "postgres", "export.zip", "mattermost:/opt", "https://x", "p://x"})
  void otherTextsAreNotTaken(String text) {
    assertThat(DatabaseAddress.handles(text)).isFalse();
  }

  /** Whatever a password holds, the forms in which it must be written bring it back. */
  @Test
  void anyPasswordSurvivesEachForm() {
    Random random = new Random(7);
    for (int i = 0; i < 5000; i++) {
      String password = password(random);
      String encoded = Url.encoded(password).replace("/", "%2F");
      String quoted = password.replace("\\", "\\\\").replace("'", "\\'");
      List<DatabaseAddress> addresses =
          List.of(
              DatabaseAddress.parse("postgres://u:" + encoded + "@h:5433/d?sslmode=disable"),
              DatabaseAddress.parse("mysql://u:" + encoded + "@h:5433/d"),
              DatabaseAddress.dsn(
                  Engine.POSTGRES, "host=h port=5433 user=u password='" + quoted + "' dbname=d"),
              DatabaseAddress.dsn(Engine.MYSQL, "u:" + password + "@tcp(h:5433)/d?charset=utf8"));
      for (DatabaseAddress address : addresses) {
        assertThat(address.password()).isEqualTo(password);
        assertThat(address.user()).isEqualTo("u");
        assertThat(address.where()).isEqualTo("h:5433");
        assertThat(address.database()).isEqualTo("d");
      }
    }
  }

  private static String password(Random random) {
    String letters = "aZ09@:/?#&=%+ '\"\\()[]{},;!$*~^|<>`é😀";
    int[] points = letters.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(1, 12); length > 0; length--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  /** Whatever is typed, there is an address or a sentence that repeats none of it. */
  @Test
  void anyTextIsReadOrRefusedWithASentence() {
    Random random = new Random(11);
    String[] pieces = {
      "postgres://",
      "mysql://",
      "u",
      ":",
      "@",
      "/",
      "?",
      "#",
      "&",
      "=",
      "%",
      "%2",
      "%zz",
      "[",
      "]",
      "::1",
      "tcp(",
      "unix(",
      ")",
      "secret",
      "5432",
      ",",
      "'",
      "\\",
      " ",
      "sslmode",
      "tls",
      "host",
      "port",
      "password",
      "dbname",
      "/run",
      "é",
      "\u0000",
      "99999999999"
    };
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(0, 14); length > 0; length--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      for (Engine engine : Engine.values()) {
        try {
          DatabaseAddress address = DatabaseAddress.dsn(engine, text.toString());
          assertThat(address.database()).isNotEmpty();
          assertThat(address.canonical()).startsWith(engine.scheme() + "://");
        } catch (AddressException e) {
          assertThat(e.getMessage()).endsWith(".").doesNotContain("secret");
        }
      }
    }
  }
}
