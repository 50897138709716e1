package dev.packhorse.formats.archive;

import static dev.packhorse.formats.archive.ArchiveTests.codes;
import static dev.packhorse.formats.archive.ArchiveTests.lines;
import static dev.packhorse.formats.archive.ArchiveTests.open;
import static dev.packhorse.formats.archive.ArchiveTests.refusal;
import static dev.packhorse.formats.archive.ArchiveTests.text;
import static dev.packhorse.formats.archive.ArchiveTests.write;
import static dev.packhorse.formats.archive.ZipForge.LINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DirectoryArchiveTest {
  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void makeOne() throws IOException {
    root = temp.resolve("export");
    write(root.resolve("import.jsonl"), LINE);
    write(root.resolve("data/a/b.txt"), "content");
    write(root.resolve("attachments/x.png"), "old");
  }

  @Test
  void lines_and_files_are_found() throws IOException {
    try (BulkArchive archive = open(root)) {
      ArchiveFiles files = archive.files();
      assertThat(archive.form()).isEqualTo(ArchiveForm.DIRECTORY);
      assertThat(lines(archive, 4)).isEqualTo(LINE.substring(4));
      assertThat(archive.linesSize()).isEqualTo(LINE.length());
      assertThat(files.count()).isEqualTo(1);
      assertThat(text(files, files.find("a/./b.txt"))).isEqualTo("content");
      assertThat(files.size(0)).isEqualTo(7);
      assertThat(text(files, files.findEntry("attachments/x.png"))).isEqualTo("old");
      assertThat(files.find("../import.jsonl")).isEqualTo(-1);
      assertThat(archive.problems()).isEmpty();
    }
  }

  @Test
  void the_first_jsonl_by_name_is_taken() throws IOException {
    write(root.resolve("a.jsonl"), "");
    try (BulkArchive archive = open(root)) {
      assertThat(archive.linesName()).isEqualTo("a.jsonl");
      assertThat(codes(archive)).containsExactly(ArchiveProblem.LINES_SEVERAL);
    }
  }

  @Test
  void a_directory_around_everything_is_seen_through() throws IOException {
    try (BulkArchive archive = open(temp)) {
      assertThat(text(archive.files(), archive.files().find("a/b.txt"))).isEqualTo("content");
      assertThat(codes(archive)).containsExactly(ArchiveProblem.WRAPPED);
    }
  }

  @Test
  void a_directory_without_lines_is_refused() throws IOException {
    assertThat(refusal(root.resolve("data"))).isEqualTo(ArchiveProblem.LINES_MISSING);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need rights of their own there")
  void links_are_not_followed_wherever_they_point() throws IOException {
    Path secret = write(temp.resolve("outside/secret"), "secret");
    Files.createSymbolicLink(root.resolve("data/out"), secret);
    Files.createSymbolicLink(root.resolve("data/folder"), secret.getParent());
    Files.createSymbolicLink(root.resolve("data/in"), root.resolve("data/a/b.txt"));
    try (BulkArchive archive = open(root)) {
      assertThat(codes(archive)).hasSize(3).containsOnly(ArchiveProblem.ENTRY_SYMLINK);
      assertThat(archive.files().find("out")).isEqualTo(-1);
      assertThat(archive.files().find("folder/secret")).isEqualTo(-1);
      assertThat(archive.files().find("in")).isEqualTo(-1);
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need rights of their own there")
  void a_folder_that_becomes_a_link_later_is_not_followed() throws IOException {
    write(temp.resolve("outside/b.txt"), "secret");
    try (BulkArchive archive = open(root)) {
      Files.move(root.resolve("data/a"), temp.resolve("moved"));
      Files.createSymbolicLink(root.resolve("data/a"), temp.resolve("outside"));
      assertThat(refusal(() -> archive.files().open(0))).isEqualTo(ArchiveProblem.ENTRY_SYMLINK);
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need rights of their own there")
  void lines_that_are_a_link_are_no_lines() throws IOException {
    Files.move(root.resolve("import.jsonl"), temp.resolve("elsewhere.jsonl"));
    Files.createSymbolicLink(root.resolve("import.jsonl"), temp.resolve("elsewhere.jsonl"));
    assertThat(refusal(root)).isEqualTo(ArchiveProblem.LINES_MISSING);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no such file names there")
  void a_file_name_with_control_characters_is_not_read() throws IOException {
    write(root.resolve("data/a\nb"), "odd");
    try (BulkArchive archive = open(root)) {
      assertThat(codes(archive)).containsExactly(ArchiveProblem.ENTRY_CONTROL_CHARACTERS);
      assertThat(refusal(() -> archive.files().open(archive.files().find("a\nb"))))
          .isEqualTo(ArchiveProblem.ENTRY_CONTROL_CHARACTERS);
    }
  }

  @Test
  void a_file_that_is_gone_since_is_a_problem_of_that_file() throws IOException {
    try (BulkArchive archive = open(root)) {
      Files.delete(root.resolve("data/a/b.txt"));
      assertThat(refusal(() -> archive.files().open(0)))
          .isEqualTo(ArchiveProblem.ENTRY_NOT_READABLE);
    }
  }

  @Test
  void an_added_file_changes_the_fingerprint() throws IOException {
    try (BulkArchive archive = open(root)) {
      String before = archive.fingerprint();
      assertThat(archive.fingerprint()).isEqualTo(before);
      write(root.resolve("data/new"), "");
      assertThat(archive.fingerprint()).isNotEqualTo(before);
    }
  }

  @Test
  void too_many_files_are_refused() throws IOException {
    ArchiveLimits limits = new ArchiveLimits(500, 1, 2, 1 << 20);
    assertThat(refusal(() -> BulkArchive.open(root, limits)))
        .isEqualTo(ArchiveProblem.BOMB_ENTRIES);
  }
}
