package dev.packhorse.formats.archive;

import static dev.packhorse.formats.archive.ArchiveTests.lines;
import static dev.packhorse.formats.archive.ArchiveTests.open;
import static dev.packhorse.formats.archive.ArchiveTests.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.SharedFixtures;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The archives of the Mattermost project's own tests and of a real server. */
class SharedArchivesTest {
  @ParameterizedTest
  @CsvSource({
    "mattermost-tests/import_test.zip, 3024, 1429989, 5",
    "mattermost-tests/import_test-5.37.zip, 3024, -1, 0",
    "mattermost-tests/export_test.zip, 3081, 1554667, 11",
    "mattermost-tests/export_test_with_nested_jsonl.zip, 1, -1, 1",
    "mattermost-5.37/postgres-export-attachments.zip, -1, -1, -1",
    "mattermost-5.37/mariadb-export-attachments.zip, -1, -1, -1",
  })
  void a_real_archive_is_read_whole(String name, int lineCount, long size, int files)
      throws IOException {
    try (BulkArchive archive = open(SharedFixtures.find(name))) {
      String text = lines(archive);
      assertThat(archive.problems()).isEmpty();
      assertThat(text).startsWith("{");
      if (lineCount >= 0) {
        assertThat(text.lines()).hasSize(lineCount);
        assertThat(archive.files().count()).isEqualTo(files);
      }
      if (size >= 0) {
        assertThat(archive.linesSize()).isEqualTo(size);
      }
      for (int id = 0; id < archive.files().count(); id++) {
        try (InputStream in = archive.files().open(id)) {
          assertThat(in.readAllBytes()).hasSize((int) archive.files().size(id));
        }
      }
    }
  }

  @Test
  void paths_with_prefix_and_old_paths_are_found_by_entry_name_only() throws IOException {
    try (BulkArchive now = open(SharedFixtures.find("mattermost-tests/import_test.zip"));
        BulkArchive old = open(SharedFixtures.find("mattermost-tests/import_test-5.37.zip"))) {
      assertThat(now.files().find("data/test2.png")).isEqualTo(-1);
      assertThat(now.files().findEntry("data/test2.png")).isNotNegative();
      assertThat(old.files().find("attachments/test2.png")).isEqualTo(-1);
      assertThat(old.files().findEntry("attachments/test2.png")).isNotNegative();
    }
  }

  @Test
  void a_slack_export_is_no_bulk_archive() {
    assertThat(refusal(SharedFixtures.find("mattermost-tests/Fake_Team_Import.zip")))
        .isEqualTo(ArchiveProblem.LINES_MISSING);
  }
}
