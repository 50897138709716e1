package dev.packhorse.connectors.database.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.connectors.spi.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive depends on what the rows say, and on nothing else. */
class SameArchiveTest {
  private static final Pattern ID =
      Pattern.compile("(?<![A-Za-z0-9])(?=[a-z]*[0-9])[a-z0-9]{26}(?![A-Za-z0-9])");
  private static final Pattern TIME = Pattern.compile("\\b1[0-9]{12}\\b");
  private static final Pattern PERMISSIONS = Pattern.compile("\"permissions\":\\[([^\\]]*)\\]");

  private static final long LITTLE = 2_000;
  private static final long ALL = Long.MAX_VALUE / 2;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "mariadb"})
  void isTheSameForAnyNumberOfThreadsAndPartitions(String engine) throws IOException {
    try (TestDatabase database = database(engine)) {
      Path store = Exported.store(engine, Files.createDirectory(folder.resolve("store")));
      Exported one = export(database, new Exported.Wish().threads(1), store);
      same(export(database, new Exported.Wish().threads(2).partition(ALL), store), one);
      same(export(database, new Exported.Wish().threads(4), store), one);
      same(export(database, new Exported.Wish().threads(4).partition(LITTLE), store), one);
    }
  }

  private static void same(Exported actual, Exported expected) {
    assertThat(text(actual)).isEqualTo(text(expected));
    assertThat(actual.sizes).isEqualTo(expected.sizes);
    assertThat(actual.sidecar).isEqualTo(expected.sidecar);
    assertThat(actual.accounts).isEqualTo(expected.accounts);
    assertThat(actual.problems).isEqualTo(expected.problems);
  }

  private static String text(Exported exported) {
    return exported.lines.toString(StandardCharsets.UTF_8);
  }

  private Exported export(TestDatabase database, Exported.Wish wish, Path store)
      throws IOException {
    Path scratch = Files.createTempDirectory(folder, "scratch");
    return Exported.of(database, scratch, wish.store(store).include(Part.values()));
  }

  private static TestDatabase database(String engine) {
    return (engine.equals("postgres") ? TestDatabases.postgres() : TestDatabases.mariadb())
        .create()
        .withMattermost537();
  }

  /**
   * The order of permissions in a role is the server's dice, and so are ids, by which messages of
   * one millisecond are ordered.
   */
  @Test
  void isTheSameForTheSameContentOfBothEnginesUpToIdsAndTimes() throws IOException {
    List<String> postgres = linesWithoutIdsAndTimes("postgres");
    List<String> mariadb = linesWithoutIdsAndTimes("mariadb");
    assertThat(mariadb).containsExactlyInAnyOrderElementsOf(postgres);
    Predicate<String> ordered = line -> !line.contains("\"same millisecond, ");
    assertThat(mariadb.stream().filter(ordered).toList())
        .isEqualTo(postgres.stream().filter(ordered).toList());
  }

  private List<String> linesWithoutIdsAndTimes(String engine) throws IOException {
    try (TestDatabase database = database(engine)) {
      Path store = Exported.store(engine, Files.createDirectory(folder.resolve(engine)));
      return text(export(database, new Exported.Wish(), store))
          .lines()
          .map(line -> ID.matcher(line).replaceAll("ID"))
          .map(line -> TIME.matcher(line).replaceAll("TIME"))
          .map(line -> PERMISSIONS.matcher(line).replaceAll(SameArchiveTest::sorted))
          .toList();
    }
  }

  private static String sorted(MatchResult permissions) {
    return Arrays.stream(permissions.group(1).split(","))
        .sorted()
        .collect(Collectors.joining(",", "\"permissions\":[", "]"));
  }
}
