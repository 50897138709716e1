package dev.packhorse.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.engine.Packhorse;
import dev.packhorse.engine.Packhorse.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who exports a server is told. */
class ExportCommandTest {
  private static TestDatabase database;

  @TempDir Path folder;
  private Packhorse packhorse;

  @BeforeAll
  static void start() {
    database = TestDatabases.postgres().create().withMattermost537();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void keepApart() {
    packhorse = new Packhorse(folder.resolve("state"));
  }

  @Test
  void aDryRunNeedsNoTargetAndCountsWhatWouldBeExported() {
    Result result =
        packhorse.run("export", database.address(), "--dry-run", "--include", "history");
    assertThat(result.exitCode()).as(result.out() + result.err()).isIn(0, 3);
    assertThat(result.out())
        .containsPattern("as sidecar: history +[0-9]+")
        .containsPattern("not wanted \\(--include integrations\\) +[0-9]+")
        .containsPattern("Dry run: [0-9]+ records would be written[.;]");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDryRunListsThePartsWithTheirRowsAndWhatOthersWouldBring() {
    Object[] words = {
      "export", database.address(), "-n", "--include", "history", "--exclude", "schemes"
    };
    assertThat(packhorse.run(words).out())
        .containsPattern("part +rows read +rows that --include would bring\n")
        .containsPattern("\nroles +[1-9][0-9]*\n")
        .containsPattern("\nsystem-messages +not counted\n")
        .containsPattern("\nhistory +[1-9][0-9]*\n")
        .containsPattern("\ndeleted-posts {12,}[1-9][0-9]*\n")
        .containsPattern("\nroom-state {12,}0\n");
    String json =
        packhorse
            .run(Stream.of(words, new Object[] {"--json"}).flatMap(Stream::of).toArray())
            .out();
    assertThat(json)
        .containsPattern("\"parts\":\\[\\{\"part\":\"roles\",\"wanted\":true,\"rows\":[1-9]")
        .containsPattern("\\{\"part\":\"schemes\",\"wanted\":false,\"rows\":[0-9]+}")
        .contains("{\"part\":\"archived-channels\",\"wanted\":true,\"rows\":null}")
        .containsPattern("\\{\"part\":\"deleted-posts\",\"wanted\":false,\"rows\":[1-9]");
  }

  @Test
  void aPartOneTableOfWhichMayNotBeReadIsNotCounted() {
    try (TestDatabase hidden = TestDatabases.postgres().create().withMattermost537()) {
      hidden.run(
          "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + TestDatabase.READER,
          "REVOKE SELECT ON incomingwebhooks FROM " + TestDatabase.READER);
      packhorse.with("PACKHORSE_PASSWORD", TestDatabase.PASSWORD);
      Result result = packhorse.run("export", hidden.address(TestDatabase.READER), "-n");
      assertThat(result.out())
          .as(result.err())
          .containsPattern("\nintegrations +not counted\n")
          .containsPattern("\nhistory +[0-9]+\n");
    }
  }

  @Test
  void aDryRunSaysThatTheArchiveIsThereAlready() throws IOException {
    Path archive = Files.writeString(folder.resolve("out.zip"), "mine");
    Object[] dry = {"export", database.address(), "--dry-run", "-o", archive};
    Result result = packhorse.run(dry);
    assertThat(result.exitCode()).isIn(0, 3);
    assertThat(result.out())
        .contains("Without --dry-run this would be refused: " + archive + " exists; --replace");
    Object[] real = {"export", database.address(), "-o", archive};
    assertThat(packhorse.run(real).exitCode()).isEqualTo(7);
    assertThat(archive).hasContent("mine");
    Object[] replacing = {"export", database.address(), "--replace", "-o", archive};
    Object[] dryReplacing = {"export", database.address(), "-n", "--replace", "-o", archive};
    assertThat(packhorse.run(dryReplacing).out()).doesNotContain("would be refused");
    assertThat(packhorse.run(replacing).exitCode()).isIn(0, 3);
    // What the same command wrote last may be replaced, and the dry run knows it.
    assertThat(packhorse.run(dry).out()).doesNotContain("would be refused");
    assertThat(packhorse.run(real).exitCode()).isIn(0, 3);
  }

  @Test
  void withoutDryRunTheArchiveHasToBeNamed() {
    Result result = packhorse.run("export", database.address());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("-o ARCHIVE is missing");
  }

  @Test
  void whatNoFurtherTryCanHelpDoesNotAskForOne() {
    try (TestDatabase empty = TestDatabases.postgres().create()) {
      Result result = packhorse.run("export", empty.address(), "--dry-run");
      assertThat(result.err()).contains("database.not-mattermost");
      assertThat(result.exitCode()).isEqualTo(7);
    }
    String nowhere = "mattermost:" + folder.resolve("nowhere");
    assertThat(packhorse.run("export", nowhere, "--dry-run").exitCode()).isEqualTo(2);
    String typo = database.address() + "_typo";
    assertThat(packhorse.run("export", typo, "--dry-run").exitCode()).isEqualTo(2);
    String reader = database.address(TestDatabase.READER);
    Result password = packhorse.run("export", reader, "-n", "--password-file", nowhere);
    assertThat(password.exitCode()).as(password.err()).isEqualTo(2);
    assertThat(password.err()).contains("--password-file").doesNotContain("defect");
  }

  @Test
  void anAddressWithAPasswordIsRefusedWithAHintAndNotRepeated() {
    for (String before : new String[] {"", "mattermost:"}) {
      String address = before + "postgres://reader:hush@127.0.0.1:1/mattermost";
      Result result = packhorse.run("export", address, "--dry-run");
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("--password-file").doesNotContain("hush");
    }
    Result noAddress = packhorse.run("export", "mattermost:postgres://u:hush@h:99999/db", "-n");
    assertThat(noAddress.exitCode()).as(noAddress.err()).isEqualTo(2);
    assertThat(noAddress.err()).doesNotContain("hush");
  }

  @Test
  void whatAnOptionWouldBringIsLeftOutWithTheNameOfTheOption() {
    String excluded = "roles,schemes,archived-channels,profile-pictures,system-messages";
    String out = packhorse.run("export", database.address(), "-n", "--exclude", excluded).out();
    assertThat(out)
        .contains("channel is archived (--exclude archived-channels) ")
        .contains("deleted (--include deleted-posts) ")
        .contains("earlier text of an edited post (--include edit-history) ")
        .contains("not wanted (--exclude profile-pictures) ")
        .contains("not wanted (--exclude roles) ")
        .contains("not wanted (--exclude schemes) ")
        .contains("system message (--exclude system-messages) ")
        .contains("team is archived (--include archived-teams) ")
        .contains("the format has no place for it (--include preferences) ");
    String old =
        packhorse.run("export", database.address(), "-n", "--target-version", "5.37").out();
    assertThat(old).contains("the target has no lines for roles (--target-version) ");
  }

  @Test
  void aBucketIsLookedForAtTheEndpointThatWasNamed() {
    Object[] words = {"export", database.address(), "-n", "--files", "s3://chat/files"};
    Object[] endpoint = {"--files-endpoint", "http://127.0.0.1:1", "--files-region", "eu-west-1"};
    System.setProperty("aws.accessKeyId", "key");
    System.setProperty("aws.secretAccessKey", "secret");
    try {
      Result result = packhorse.run(Stream.of(words, endpoint).flatMap(Stream::of).toArray());
      assertThat(result.exitCode()).as(result.err()).isEqualTo(5);
      assertThat(result.err()).contains("s3://chat/files", "store.unreachable");
    } finally {
      System.clearProperty("aws.accessKeyId");
      System.clearProperty("aws.secretAccessKey");
    }
    Result folder = packhorse.run("export", database.address(), "-n", endpoint[0], endpoint[1]);
    assertThat(folder.exitCode()).isEqualTo(2);
    assertThat(folder.err()).contains("--files s3://bucket/prefix");
    packhorse.with("PACKHORSE_FILES_ENDPOINT", "http://127.0.0.1:1");
    assertThat(packhorse.run("export", database.address(), "-n").exitCode())
        .as("a variable that other commands need")
        .isNotEqualTo(2);
  }

  @Test
  void whatIsRefusedIsNamedByItsRowInTheReportAndBesideTheRejectFile() throws IOException {
    Path archive = folder.resolve("out.zip");
    Result result;
    try (TestDatabase odd = TestDatabases.postgres().create().withMattermost537()) {
      odd.run(
          "INSERT INTO Roles (Id, Name, DisplayName, Description, CreateAt, UpdateAt, DeleteAt,"
              + " Permissions, SchemeManaged, BuiltIn)"
              + " VALUES ('odd', 'Odd Name!', 'odd', '', 1, 1, 0, 'create_post', false, false)");
      result = packhorse.run("export", odd.address(), "-o", archive, "--json");
    }
    assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
    String row = "\"place\":{\"table\":\"Roles\",\"id\":\"Odd Name!\",\"column\":\"/role/name\"}";
    assertThat(result.out()).contains(row).doesNotContain("lines.jsonl.zst");
    assertThat(Files.readString(folder.resolve("out.zip.rejects.jsonl.problems.jsonl")))
        .contains(row)
        .doesNotContain("lines.jsonl.zst");
  }

  @Test
  void theBooksOfRowsAndThoseOfRecordsSayHowTheyBelongTogether() {
    String out = packhorse.run("export", database.address(), "--dry-run").out();
    assertThat(out)
        .containsSubsequence(
            "What became of the rows of the database:",
            "Posts ",
            "What became of the records that were made of the rows written above;",
            "direct_post ");
  }
}
