package dev.packhorse.formats.archive;

import static dev.packhorse.formats.archive.ArchiveTests.bytes;
import static dev.packhorse.formats.archive.ArchiveTests.codes;
import static dev.packhorse.formats.archive.ArchiveTests.join;
import static dev.packhorse.formats.archive.ArchiveTests.lines;
import static dev.packhorse.formats.archive.ArchiveTests.open;
import static dev.packhorse.formats.archive.ArchiveTests.refusal;
import static dev.packhorse.formats.archive.ArchiveTests.text;
import static dev.packhorse.formats.archive.ArchiveTests.write;
import static dev.packhorse.formats.archive.ZipForge.LINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.archive.ZipForge.Entry;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives made to harm, or harmed. */
class HostileZipTest {
  @TempDir Path folder;
  private final ZipForge forge = ZipForge.withLines();

  private BulkArchive archive() throws IOException {
    return archive(forge.build());
  }

  private BulkArchive archive(byte[] zip) throws IOException {
    return open(write(folder.resolve("x.zip"), zip));
  }

  /** The archive opens with this one problem, and the first file can't be read because of it. */
  private void assertThatFirstFileIsUnusable(ArchiveProblem problem) throws IOException {
    try (BulkArchive archive = archive()) {
      int id = archive.files().count() > 0 ? 0 : archive.files().count();
      assertThat(codes(archive)).containsExactly(problem);
      assertThat(archive.files().defect(id).map(Problem::code)).contains(problem);
      assertThat(refusal(() -> archive.files().open(id))).isEqualTo(problem);
      assertThat(lines(archive)).isEqualTo(LINE);
    }
  }

  /** The archive opens without a problem, reading the first file shows this one. */
  private void assertThatReadingFirstFileShows(ArchiveProblem problem) throws IOException {
    try (BulkArchive archive = archive()) {
      assertThat(archive.problems()).isEmpty();
      assertThat(refusal(() -> text(archive.files(), 0))).isEqualTo(problem);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "data/../../x", "data/..", "/etc/passwd", "C:/x", "c:x", "data/../y"})
  void a_name_that_leaves_the_archive_is_not_read(String name) throws IOException {
    forge.add(name, "evil");
    assertThatFirstFileIsUnusable(ArchiveProblem.ENTRY_PATH_ESCAPES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"data/a\0b", "data/a\nb", "data/\u001B[2J", "data/\u0085"})
  void a_name_with_control_characters_is_not_read(String name) throws IOException {
    forge.add(name, "evil");
    assertThatFirstFileIsUnusable(ArchiveProblem.ENTRY_CONTROL_CHARACTERS);
  }

  @Test
  void a_report_never_repeats_control_characters() throws IOException {
    forge.add("data/\u001B[2J", "evil");
    try (BulkArchive archive = archive()) {
      assertThat(archive.problems().get(0).message()).doesNotContain("\u001B");
    }
  }

  @Test
  void a_backslash_is_an_ordinary_character_but_mentioned() throws IOException {
    forge.add("data/..\\..\\x", "odd");
    try (BulkArchive archive = archive()) {
      assertThat(codes(archive)).containsExactly(ArchiveProblem.ENTRY_BACKSLASH);
      assertThat(text(archive.files(), archive.files().find("..\\..\\x"))).isEqualTo("odd");
    }
  }

  @Test
  void a_symbolic_link_is_not_followed() throws IOException {
    forge.add("data/link", "/etc/passwd").unixMode(0120777);
    assertThatFirstFileIsUnusable(ArchiveProblem.ENTRY_SYMLINK);
  }

  @Test
  void lines_that_are_a_symbolic_link_are_refused() throws IOException {
    ZipForge linked = new ZipForge();
    linked.add("import.jsonl", "/etc/passwd").unixMode(0120777);
    assertThat(refusal(() -> archive(linked.build()))).isEqualTo(ArchiveProblem.ENTRY_SYMLINK);
  }

  @Test
  void an_encrypted_file_is_not_read() throws IOException {
    forge.add("data/secret", "x").flags |= 1;
    assertThatFirstFileIsUnusable(ArchiveProblem.ENTRY_ENCRYPTED);
  }

  @Test
  void encrypted_lines_are_refused() throws IOException {
    ZipForge encrypted = new ZipForge();
    encrypted.add("import.jsonl", LINE).flags |= 1;
    assertThat(refusal(() -> archive(encrypted.build()))).isEqualTo(ArchiveProblem.ENTRY_ENCRYPTED);
  }

  @Test
  void a_method_that_no_server_knows_is_not_read() throws IOException {
    Entry entry = forge.add("data/x", "x");
    entry.method = 93;
    entry.localMethod = 93;
    assertThatFirstFileIsUnusable(ArchiveProblem.ENTRY_UNSUPPORTED_METHOD);
  }

  @Test
  void a_claimed_bomb_is_not_read() throws IOException {
    forge.add("data/bomb", "x").size = 1L << 31;
    assertThatFirstFileIsUnusable(ArchiveProblem.BOMB_RATIO);
  }

  @Test
  void a_bomb_that_hides_its_size_is_stopped() throws IOException {
    Entry bomb = forge.add(new Entry("data/bomb", new byte[8 << 20], true));
    bomb.size = 100;
    assertThatReadingFirstFileShows(ArchiveProblem.ENTRY_WRONG_SIZE);
  }

  @Test
  void a_bomb_in_the_lines_is_refused_at_once() throws IOException {
    ZipForge bomb = new ZipForge();
    bomb.add("import.jsonl", LINE).size = 1L << 31;
    assertThat(refusal(() -> archive(bomb.build()))).isEqualTo(ArchiveProblem.BOMB_RATIO);
  }

  @Test
  void too_many_entries_are_refused() throws IOException {
    forge.add("data/a", "");
    forge.add("data/b", "");
    Path file = write(folder.resolve("x.zip"), forge.build());
    ArchiveLimits limits = new ArchiveLimits(500, 1, 2, 1 << 20);
    assertThat(refusal(() -> BulkArchive.open(file, limits)))
        .isEqualTo(ArchiveProblem.BOMB_ENTRIES);
  }

  @Test
  void too_many_bytes_in_all_are_refused() throws IOException {
    forge.add("data/a", "12345678");
    Path file = write(folder.resolve("x.zip"), forge.build());
    ArchiveLimits limits = new ArchiveLimits(500, 1, 100, LINE.length() + 7);
    assertThat(refusal(() -> BulkArchive.open(file, limits))).isEqualTo(ArchiveProblem.BOMB_SIZE);
  }

  @Test
  void of_two_entries_with_one_name_the_last_counts_as_for_the_server() throws IOException {
    forge.add("data/a", "first");
    forge.add("data/a", "second");
    try (BulkArchive archive = archive()) {
      assertThat(codes(archive)).containsExactly(ArchiveProblem.ENTRY_DUPLICATE);
      assertThat(text(archive.files(), archive.files().find("a"))).isEqualTo("second");
    }
  }

  @Test
  void names_that_differ_in_composition_only_are_duplicates() throws IOException {
    forge.add("data/u\u0308", "first");
    forge.add("data/\u00FC", "second");
    try (BulkArchive archive = archive()) {
      assertThat(codes(archive)).containsExactly(ArchiveProblem.ENTRY_DUPLICATE);
      assertThat(text(archive.files(), archive.files().find("u\u0308"))).isEqualTo("second");
    }
  }

  @Test
  void entries_that_share_bytes_are_refused() throws IOException {
    forge.add("data/a", "shared");
    forge.add("data/b", "shared").localAt = 0;
    assertThat(refusal(this::archive)).isEqualTo(ArchiveProblem.OVERLAPPING);
  }

  @Test
  void a_wrong_checksum_is_noticed_at_the_end() throws IOException {
    forge.add("data/a", "content").crc ^= 1;
    assertThatReadingFirstFileShows(ArchiveProblem.ENTRY_WRONG_CRC);
  }

  @Test
  void a_wrong_checksum_of_the_lines_is_noticed_at_the_end() {
    ZipForge wrong = new ZipForge();
    wrong.add("import.jsonl", LINE).crc ^= 1;
    assertThat(
            refusal(
                () -> {
                  try (BulkArchive archive = archive(wrong.build())) {
                    lines(archive, 3);
                  }
                }))
        .isEqualTo(ArchiveProblem.ENTRY_WRONG_CRC);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void a_wrong_size_is_noticed(int difference) throws IOException {
    forge.add("data/a", "content").size += difference;
    assertThatReadingFirstFileShows(ArchiveProblem.ENTRY_WRONG_SIZE);
  }

  @Test
  void a_stored_entry_of_two_sizes_is_not_read() throws IOException {
    forge.addStored("data/a", bytes("content")).size--;
    assertThatFirstFileIsUnusable(ArchiveProblem.ENTRY_WRONG_SIZE);
  }

  @Test
  void compressed_data_without_end_is_damage() throws IOException {
    Entry entry = forge.add("data/a", "content that is long enough to be cut");
    entry.stored = Arrays.copyOf(entry.stored, entry.stored.length - 3);
    entry.storedSize = entry.stored.length;
    assertThatReadingFirstFileShows(ArchiveProblem.ENTRY_DAMAGED);
  }

  @Test
  void something_behind_the_compressed_data_of_an_entry_is_damage() throws IOException {
    Entry entry = forge.add("data/a", "content");
    entry.stored = join(entry.stored, bytes("hidden"));
    entry.storedSize = entry.stored.length;
    assertThatReadingFirstFileShows(ArchiveProblem.ENTRY_DAMAGED);
  }

  @Test
  void a_local_header_with_another_name_is_not_believed() throws IOException {
    forge.add("data/a", "content").localName = bytes("data/b");
    assertThatReadingFirstFileShows(ArchiveProblem.ENTRY_HEADERS_DISAGREE);
  }

  @Test
  void a_local_header_with_another_method_is_not_believed() throws IOException {
    forge.add("data/a", "content").localMethod = 0;
    assertThatReadingFirstFileShows(ArchiveProblem.ENTRY_HEADERS_DISAGREE);
  }

  @Test
  void lines_whose_headers_disagree_are_refused_at_once() {
    ZipForge two = new ZipForge();
    two.add("import.jsonl", LINE).localName = bytes("import.jsonx");
    assertThat(refusal(() -> archive(two.build())))
        .isEqualTo(ArchiveProblem.ENTRY_HEADERS_DISAGREE);
  }

  @Test
  void an_entry_beyond_the_end_is_damage() {
    forge.add("data/a", "content").storedSize = 1 << 20;
    assertThat(refusal(this::archive)).isEqualTo(ArchiveProblem.DAMAGED);
  }

  @Test
  void a_wrong_number_of_entries_is_damage() {
    forge.claimedEntries = 7;
    assertThat(refusal(this::archive)).isEqualTo(ArchiveProblem.DAMAGED);
  }

  @Test
  void bytes_in_front_are_skipped_and_mentioned() throws IOException {
    forge.add("data/a", "content");
    try (BulkArchive archive = archive(forge.after(bytes("#!/bin/sh\n")))) {
      assertThat(codes(archive)).contains(ArchiveProblem.BYTES_BEFORE);
      assertThat(lines(archive)).isEqualTo(LINE);
      assertThat(text(archive.files(), 0)).isEqualTo("content");
    }
  }

  @Test
  void bytes_behind_are_ignored_and_mentioned() throws IOException {
    try (BulkArchive archive = archive(join(forge.build(), new byte[100]))) {
      assertThat(codes(archive)).containsExactly(ArchiveProblem.BYTES_BEHIND);
      assertThat(lines(archive)).isEqualTo(LINE);
    }
  }

  @Test
  void an_archive_cut_off_anywhere_is_refused() throws IOException {
    ZipForge inner = ZipForge.withLines();
    // A zip within has an end of its own, which is not that of the archive.
    forge.addStored("data/inner.zip", inner.build());
    byte[] zip = forge.build();
    for (int length = 4; length < zip.length; length++) {
      byte[] cut = Arrays.copyOf(zip, length);
      assertThat(refusal(() -> archive(cut)))
          .as("%d of %d bytes", length, zip.length)
          .isIn(ArchiveProblem.CUT_OFF, ArchiveProblem.DAMAGED);
    }
  }

  @Test
  void an_empty_zip_has_no_lines() {
    assertThat(refusal(() -> archive(new ZipForge().build())))
        .isEqualTo(ArchiveProblem.LINES_MISSING);
  }

  @Test
  void a_zip_without_lines_is_refused() {
    ZipForge slack = new ZipForge();
    slack.add("channels.json", "[]");
    assertThat(refusal(() -> archive(slack.build()))).isEqualTo(ArchiveProblem.LINES_MISSING);
  }

  @Test
  void a_web_page_called_zip_is_refused() {
    assertThat(refusal(() -> archive(bytes("<html>not found</html>"))))
        .isEqualTo(ArchiveProblem.NOT_A_ZIP);
    assertThat(refusal(() -> archive(new byte[0]))).isEqualTo(ArchiveProblem.NOT_A_ZIP);
  }

  @Test
  void a_zip_called_jsonl_is_read_as_what_it_is() throws IOException {
    try (BulkArchive archive = open(write(folder.resolve("x.jsonl"), forge.build()))) {
      assertThat(archive.form()).isEqualTo(ArchiveForm.ZIP);
      assertThat(codes(archive)).containsExactly(ArchiveProblem.MISNAMED);
    }
  }

  @Test
  void any_flipped_bit_is_noticed_or_harmless() throws IOException {
    forge.add("data/a", "content");
    byte[] zip = forge.build();
    for (int bit = 0; bit < zip.length * 8; bit++) {
      byte[] flipped = zip.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try (BulkArchive archive = archive(flipped)) {
        assertThat(lines(archive)).isEqualTo(LINE);
        for (int id = 0; id < archive.files().count(); id++) {
          assertThat(text(archive.files(), id)).isEqualTo("content");
        }
      } catch (ProblemException e) {
        assertThat(e.problem().code()).isInstanceOf(ArchiveProblem.class);
      }
    }
  }

  @Test
  void of_very_many_problems_of_one_kind_the_rest_is_counted() throws IOException {
    for (int i = 0; i < ProblemList.KEPT_PER_CODE + 5; i++) {
      forge.add("/x" + i, "");
    }
    try (BulkArchive archive = archive()) {
      Problem last = archive.problems().get(ProblemList.KEPT_PER_CODE);
      assertThat(archive.problems()).hasSize(ProblemList.KEPT_PER_CODE + 1);
      assertThat(last.code()).isEqualTo(ArchiveProblem.MORE_PROBLEMS);
      assertThat(last.arguments()).contains("5", "archive.entry.path-escapes");
    }
  }

  @Test
  void two_streams_of_one_archive_do_not_disturb_each_other() throws IOException {
    try (BulkArchive archive = archive();
        LinesStream one = archive.openLines(0);
        LinesStream two = archive.openLines(5)) {
      assertThat(one.read()).isEqualTo(LINE.charAt(0));
      assertThat(two.read()).isEqualTo(LINE.charAt(5));
      assertThat(one.read()).isEqualTo(LINE.charAt(1));
    }
  }
}
