package dev.packhorse.formats.archive;

import static dev.packhorse.formats.archive.ArchiveTests.bytes;
import static dev.packhorse.formats.archive.ArchiveTests.codes;
import static dev.packhorse.formats.archive.ArchiveTests.lines;
import static dev.packhorse.formats.archive.ArchiveTests.open;
import static dev.packhorse.formats.archive.ArchiveTests.refusal;
import static dev.packhorse.formats.archive.ArchiveTests.text;
import static dev.packhorse.formats.archive.ArchiveTests.write;
import static dev.packhorse.formats.archive.ZipForge.LINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.archive.ZipForge.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipArchiveTest {
  @TempDir Path folder;

  private BulkArchive archive(ZipForge forge) throws IOException {
    return open(write(folder.resolve("x.zip"), forge.build()));
  }

  @Test
  void lines_and_files_are_found() throws IOException {
    ZipForge forge = ZipForge.withLines();
    forge.add("data/a.txt", "first");
    forge.addStored("data/b/c.txt", bytes("second"));
    forge.add("warnings.txt", "");
    try (BulkArchive archive = archive(forge)) {
      ArchiveFiles files = archive.files();
      assertThat(archive.form()).isEqualTo(ArchiveForm.ZIP);
      assertThat(archive.linesName()).isEqualTo("import.jsonl");
      assertThat(archive.linesSize()).isEqualTo(LINE.length());
      assertThat(lines(archive)).isEqualTo(LINE);
      assertThat(files.known()).isTrue();
      assertThat(files.count()).isEqualTo(2);
      assertThat(files.name(1)).isEqualTo("data/b/c.txt");
      assertThat(files.size(1)).isEqualTo(6);
      assertThat(text(files, files.find("a.txt"))).isEqualTo("first");
      assertThat(text(files, files.find("/b/x/../c.txt"))).isEqualTo("second");
      assertThat(archive.problems()).isEmpty();
    }
  }

  @Test
  void a_path_is_looked_up_as_the_server_does() throws IOException {
    ZipForge forge = ZipForge.withLines();
    forge.add("data/A.txt", "");
    forge.add("attachments/old.png", "");
    try (BulkArchive archive = archive(forge)) {
      ArchiveFiles files = archive.files();
      assertThat(files.find("a.txt")).as("case").isEqualTo(-1);
      assertThat(files.find("../data/A.txt")).as("back into data").isZero();
      assertThat(files.find("../A.txt")).as("leaves data").isEqualTo(-1);
      assertThat(files.find("data/A.txt")).as("with the prefix").isEqualTo(-1);
      assertThat(files.find("")).as("data itself").isEqualTo(-1);
      assertThat(files.findEntry("data/A.txt")).isZero();
      assertThat(files.findEntry("attachments/old.png")).isEqualTo(1);
      assertThat(files.findEntry("data/../data/A.txt")).as("nothing cleaned").isEqualTo(-1);
      assertThat(files.count()).isEqualTo(1);
    }
  }

  @Test
  void names_are_equal_if_their_composed_forms_are() throws IOException {
    ZipForge forge = ZipForge.withLines();
    forge.add("data/u\u0308.txt", "umlaut");
    try (BulkArchive archive = archive(forge)) {
      assertThat(text(archive.files(), archive.files().find("\u00FC.txt"))).isEqualTo("umlaut");
    }
  }

  @Test
  void lines_are_read_from_every_offset_stored_or_deflated() throws IOException {
    for (boolean deflated : new boolean[] {true, false}) {
      ZipForge forge = new ZipForge();
      forge.add(new Entry("import.jsonl", bytes(LINE), deflated));
      try (BulkArchive archive = archive(forge)) {
        for (int offset = 0; offset <= LINE.length(); offset++) {
          assertThat(lines(archive, offset)).isEqualTo(LINE.substring(offset));
        }
        assertThat(refusal(() -> archive.openLines(LINE.length() + 1)))
            .isEqualTo(ArchiveProblem.LINES_SHORTER);
      }
    }
  }

  @Test
  void the_first_jsonl_of_the_root_holds_the_lines() throws IOException {
    ZipForge forge = new ZipForge();
    forge.add("data/decoy.jsonl", "no");
    forge.add("IMPORT.JSONL", "no");
    forge.add("/abs.jsonl", "no");
    forge.add("./b.jsonl", LINE);
    forge.add("a.jsonl", "no");
    try (BulkArchive archive = archive(forge)) {
      assertThat(archive.linesName()).isEqualTo("b.jsonl");
      assertThat(lines(archive)).isEqualTo(LINE);
      assertThat(codes(archive))
          .contains(ArchiveProblem.LINES_SEVERAL, ArchiveProblem.ENTRY_PATH_ESCAPES);
    }
  }

  @Test
  void lines_with_two_dots_in_their_name_are_refused_as_by_the_server() throws IOException {
    ZipForge forge = new ZipForge();
    forge.add("a..b.jsonl", LINE);
    forge.add("import.jsonl", LINE);
    assertThat(refusal(() -> archive(forge))).isEqualTo(ArchiveProblem.LINES_BAD_NAME);
  }

  @Test
  void litter_of_macos_is_neither_lines_nor_counted() throws IOException {
    ZipForge forge = new ZipForge();
    forge.add("__MACOSX/._import.jsonl", "x");
    forge.add("import.jsonl", LINE);
    forge.add("data/.DS_Store", "x");
    forge.add("data/._a.png", "x");
    forge.add("data/a.png", "x");
    try (BulkArchive archive = archive(forge)) {
      assertThat(archive.files().count()).isEqualTo(1);
      assertThat(archive.files().find("._a.png")).as("still to be had").isPositive();
      assertThat(archive.problems()).isEmpty();
    }
  }

  @Test
  void litter_before_the_lines_is_named_as_a_server_would_take_it() throws IOException {
    ZipForge forge = new ZipForge();
    forge.add("._import.jsonl", "x");
    forge.add("import.jsonl", LINE);
    try (BulkArchive archive = archive(forge)) {
      assertThat(lines(archive)).isEqualTo(LINE);
      assertThat(codes(archive)).containsExactly(ArchiveProblem.LINES_SEVERAL);
    }
  }

  @Test
  void a_single_folder_around_everything_is_seen_through() throws IOException {
    ZipForge forge = new ZipForge();
    forge.add("export/", "");
    forge.add("export/data/a.txt", "in");
    forge.add("export/import.jsonl", LINE);
    forge.add("__MACOSX/export/._a.txt", "x");
    try (BulkArchive archive = archive(forge)) {
      assertThat(lines(archive)).isEqualTo(LINE);
      assertThat(archive.linesName()).isEqualTo("import.jsonl");
      assertThat(text(archive.files(), archive.files().find("a.txt"))).isEqualTo("in");
      assertThat(archive.files().name(0)).isEqualTo("data/a.txt");
      assertThat(codes(archive)).containsExactly(ArchiveProblem.WRAPPED);
    }
  }

  @Test
  void a_folder_around_the_lines_only_is_not_the_root() throws IOException {
    ZipForge forge = new ZipForge();
    forge.add("export/import.jsonl", LINE);
    forge.add("data/a.txt", "");
    assertThat(refusal(() -> archive(forge))).isEqualTo(ArchiveProblem.LINES_MISSING);
  }

  @Test
  void lines_below_data_alone_are_an_attachment() throws IOException {
    ZipForge forge = new ZipForge();
    forge.add("data/import.jsonl", LINE);
    assertThat(refusal(() -> archive(forge))).isEqualTo(ArchiveProblem.LINES_MISSING);
  }

  @Test
  void names_with_a_dot_in_front_are_found_and_the_user_is_told() throws IOException {
    ZipForge forge = new ZipForge();
    forge.add("./import.jsonl", LINE);
    forge.add("./data/a.txt", "in");
    try (BulkArchive archive = archive(forge)) {
      assertThat(text(archive.files(), archive.files().find("a.txt"))).isEqualTo("in");
      assertThat(codes(archive)).containsExactly(ArchiveProblem.DOT_NAMES);
    }
  }

  @Test
  void names_that_are_not_utf8_are_shown_as_dos_names() throws IOException {
    ZipForge forge = ZipForge.withLines();
    Entry entry = forge.add("data/x", "in");
    entry.name = "data/\u0081".getBytes(StandardCharsets.ISO_8859_1);
    entry.localName = entry.name;
    try (BulkArchive archive = archive(forge)) {
      assertThat(archive.files().name(0)).isEqualTo("data/\u00FC");
      assertThat(codes(archive)).containsExactly(ArchiveProblem.ENTRY_NAME_NOT_UTF8);
    }
  }

  @Test
  void an_archive_of_forced_zip64_with_data_descriptors_is_read() throws IOException {
    Path file = folder.resolve("x.zip");
    try (var out = new ZipArchiveOutputStream(Files.newOutputStream(file))) {
      out.setUseZip64(Zip64Mode.Always);
      out.setLevel(Deflater.BEST_SPEED);
      for (String name : new String[] {"import.jsonl", "data/a.txt"}) {
        out.putArchiveEntry(new ZipArchiveEntry(name));
        out.write(bytes(LINE));
        out.closeArchiveEntry();
      }
    }
    try (BulkArchive archive = open(file)) {
      assertThat(lines(archive)).isEqualTo(LINE);
      assertThat(text(archive.files(), 0)).isEqualTo(LINE);
      assertThat(archive.files().size(0)).isEqualTo(LINE.length());
    }
  }

  @Test
  void a_large_stored_archive_beyond_4_gib_is_read_from_its_far_end() throws IOException {
    Path file = folder.resolve("sparse.zip");
    long far = (4L << 30) + 4096;
    SparseZip.write(file, far, LINE);
    try (BulkArchive archive = open(file)) {
      assertThat(lines(archive)).isEqualTo(LINE);
      assertThat(archive.files().size(0)).isEqualTo(far);
    }
  }

  @Test
  void two_hundred_thousand_entries_cost_at_most_24_bytes_each() throws IOException {
    Path file = folder.resolve("many.zip");
    int count = 200_000;
    try (var out = new ZipArchiveOutputStream(file.toFile())) {
      ZipArchiveEntry lines = new ZipArchiveEntry("import.jsonl");
      out.putArchiveEntry(lines);
      out.write(bytes(LINE));
      out.closeArchiveEntry();
      for (int i = 0; i < count; i++) {
        ZipArchiveEntry entry = new ZipArchiveEntry(nameOf(i));
        entry.setMethod(ZipArchiveEntry.STORED);
        entry.setSize(0);
        entry.setCrc(0);
        out.putArchiveEntry(entry);
        out.closeArchiveEntry();
      }
    }
    open(file).close(); // so that classes and buffers are not counted
    long least = Long.MAX_VALUE;
    // The heap is shared with whatever else this process did; the quietest look is the true one.
    for (int look = 0; look < 5; look++) {
      long before = used();
      try (BulkArchive archive = open(file)) {
        least = Math.min(least, used() - before);
        assertThat(archive.files().count()).isEqualTo(count);
      }
    }
    assertThat(least / count).isLessThanOrEqualTo(24);
    try (BulkArchive archive = open(file)) {
      assertThat(archive.files().count()).isEqualTo(count);
      for (int i = 0; i < count; i += 997) {
        assertThat(archive.files().findEntry(nameOf(i))).isEqualTo(i);
      }
    }
  }

  private static String nameOf(int i) {
    return "data/20260101/teams/noteam/channels/c%08d/users/u%08d/f%08d/picture.png"
        .formatted(i % 100, i % 1000, i);
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
