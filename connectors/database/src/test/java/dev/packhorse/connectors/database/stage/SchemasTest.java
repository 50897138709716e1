package dev.packhorse.connectors.database.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.connectors.spi.Part;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same rows in the schemas of several servers, with columns and tables that none of them has:
 * what comes out is what the golden files of the version say, on each engine that had it. Run with
 * {@code -Dtest.arguments=-Dgolden.write=true} to write what came out instead of comparing.
 */
class SchemasTest {
  /** A picture of one pixel. */
  private static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
                  + "rkJggg==");

  private static final Path GOLDEN = Path.of("src/test/resources/schemas");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "7.8, postgres",
    "9.11, postgres",
    "10.11, postgres",
    "11.6, postgres",
    "7.8, mariadb",
    "9.11, mariadb",
    "10.11, mariadb"
  })
  void theSameRowsInAnySchema(String version, String engine) throws Exception {
    Path store = Files.createDirectory(folder.resolve("store"));
    for (String path : new String[] {"a/map.txt", "users/ann/profile.png", "emoji/emojiid/image"}) {
      Files.createDirectories(store.resolve(path).getParent());
      Files.write(store.resolve(path), PIXEL);
    }
    Exported exported;
    try (TestDatabase database =
        (engine.equals("postgres") ? TestDatabases.postgres() : TestDatabases.mariadb()).create()) {
      Seed.into(database, version);
      Exported.Wish wish = new Exported.Wish().store(store).include(Part.values());
      wish.exclude(Part.ARCHIVED_TEAMS);
      exported = Exported.of(database, Files.createDirectory(folder.resolve("scratch")), wish);
    }
    golden(version + ".jsonl", exported.lines.toString(StandardCharsets.UTF_8));
    StringBuilder beside = new StringBuilder();
    exported.sidecar.forEach(
        (name, text) -> beside.append("== ").append(name).append('\n').append(text));
    golden(version + "-sidecar.txt", beside.toString());
    assertThat(exported.accounts).allMatch(account -> account.unexplained() == 0);
    assertThat(exported.account("Posts").lost()).isEmpty();
    assertThat(exported.refused).isEmpty();
  }

  private static void golden(String name, String actual) throws Exception {
    Path file = GOLDEN.resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, actual);
    }
    assertThat(actual).as(name).isEqualTo(Files.readString(file));
  }
}
