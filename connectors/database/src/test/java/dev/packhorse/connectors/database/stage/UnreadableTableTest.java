package dev.packhorse.connectors.database.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.connectors.database.snapshot.DatabaseProblem;
import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.connectors.spi.Staging;
import dev.packhorse.formats.problem.ProblemException;
import dev.packhorse.formats.schema.TargetProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who exports need not be allowed to read what is not wanted. */
class UnreadableTableTest {
  @TempDir private Path folder;

  @Test
  void aTableThatIsNotWantedNeedNotBeReadable() throws IOException {
    try (TestDatabase database = withoutRightToWebhooks();
        DatabaseSource source = source(database, Part.USUAL)) {
      source.stage(Staging.UNWATCHED);
      assertThat(source.problems())
          .filteredOn(problem -> problem.code().code().equals("data.table.not-counted"))
          .extracting(problem -> problem.place().file())
          .containsExactly("IncomingWebhooks");
      assertThat(source.accounts()).noneMatch(one -> one.table().equals("IncomingWebhooks"));
      assertThat(source.accounts()).allMatch(one -> one.unexplained() == 0);
    }
  }

  @Test
  void aTableThatIsWantedAndNotReadableEndsTheRun() throws IOException {
    Set<Part> parts = EnumSet.copyOf(Part.USUAL);
    parts.add(Part.INTEGRATIONS);
    try (TestDatabase database = withoutRightToWebhooks();
        DatabaseSource source = source(database, parts)) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> source.stage(Staging.UNWATCHED))
          .satisfies(e -> assertThat(e.problem().code()).isEqualTo(DatabaseProblem.READ));
    }
  }

  private static TestDatabase withoutRightToWebhooks() {
    TestDatabase database = TestDatabases.postgres().create().withMattermost537();
    database.run(
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + TestDatabase.READER,
        "REVOKE SELECT ON incomingwebhooks FROM " + TestDatabase.READER);
    return database;
  }

  private DatabaseSource source(TestDatabase database, Set<Part> parts) {
    SourceOptions options =
        new SourceOptions(
            folder,
            false,
            TargetProfile.newest(),
            parts,
            null,
            () -> TestDatabase.PASSWORD,
            2,
            0,
            false);
    return new DatabaseSource(
        database.name(),
        DatabaseAddress.parse(database.address(TestDatabase.READER)),
        options,
        null,
        List.of(),
        List.of());
  }
}
