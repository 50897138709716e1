package dev.packhorse.formats.archive;

import static dev.packhorse.formats.archive.ArchiveTests.lines;
import static dev.packhorse.formats.archive.ArchiveTests.open;
import static dev.packhorse.formats.archive.ArchiveTests.refusal;
import static dev.packhorse.formats.archive.ArchiveTests.text;
import static dev.packhorse.formats.archive.ArchiveTests.write;
import static dev.packhorse.formats.archive.WriterRun.OPTIONS;
import static dev.packhorse.formats.archive.WriterRun.SEGMENTS;
import static dev.packhorse.formats.archive.WriterRun.allLines;
import static dev.packhorse.formats.archive.WriterRun.everything;
import static dev.packhorse.formats.archive.WriterRun.file;
import static dev.packhorse.formats.archive.WriterRun.files;
import static dev.packhorse.formats.archive.WriterRun.segment;
import static dev.packhorse.formats.archive.WriterRun.target;
import static dev.packhorse.formats.archive.WriterRun.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveWriterTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void what_was_written_is_read_back(ArchiveForm form) throws IOException {
    try (BulkArchive archive = open(whole(folder, form))) {
      assertThat(archive.form()).isEqualTo(form);
      assertThat(archive.problems()).isEmpty();
      assertThat(lines(archive)).isEqualTo(allLines());
      assertThat(lines(archive, 5000)).isEqualTo(allLines().substring(5000));
      ArchiveFiles found = archive.files();
      assertThat(found.count()).isEqualTo(files(form).size());
      if (!form.bare()) {
        assertThat(text(found, found.find("z/last.txt"))).isEqualTo("last");
        assertThat(text(found, found.find("a/first.png"))).isEqualTo("\u0000\u0001first");
        assertThat(text(found, found.find(WriterRun.CAT))).isEqualTo("cat");
        assertThat(text(found, found.find("empty"))).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_archive_without_a_line_is_readable(ArchiveForm form) throws IOException {
    Path target = target(folder, form);
    try (ArchiveWriter writer = ArchiveWriter.create(target, form, OPTIONS)) {
      writer.append(writer.encode(new byte[0], 0, 0));
      byte[] line = ArchiveTests.bytes("{}\n");
      writer.append(writer.encode(line, 0, form == ArchiveForm.LINES_ZSTD ? line.length : 0));
      writer.append(writer.encode(line, 0, line.length));
      writer.finish(List.of());
    }
    try (BulkArchive archive = open(target)) {
      assertThat(lines(archive)).isIn("{}\n", "{}\n{}\n");
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_bytes_do_not_depend_on_threads_time_zone_or_order_of_files(ArchiveForm form)
      throws Exception {
    String expected = everything(whole(folder.resolve("one"), form));
    Path target = target(Files.createDirectory(folder.resolve("two")), form);
    TimeZone zone = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (ArchiveWriter writer = ArchiveWriter.create(target, form, OPTIONS)) {
      List<Future<EncodedSegment>> encoding = new ArrayList<>();
      for (int i = 0; i < SEGMENTS; i++) {
        byte[] lines = segment(i);
        encoding.add(threads.submit(() -> writer.encode(lines, 0, lines.length)));
      }
      for (Future<EncodedSegment> encoded : encoding) {
        writer.append(encoded.get());
      }
      List<OutgoingFile> reversed = new ArrayList<>(files(form));
      Collections.reverse(reversed);
      writer.finish(reversed);
    } finally {
      threads.shutdown();
      TimeZone.setDefault(zone);
    }
    assertThat(everything(target)).isEqualTo(expected);
  }

  @Test
  void files_that_come_sorted_are_not_held_and_give_the_same_bytes() throws IOException {
    String expected = everything(whole(folder.resolve("one"), ArchiveForm.ZIP));
    Path target = target(Files.createDirectory(folder.resolve("two")), ArchiveForm.ZIP);
    List<OutgoingFile> sorted = new ArrayList<>();
    for (OutgoingFile file : files(ArchiveForm.ZIP)) {
      sorted.add(new OutgoingFile(file.name().replace("/a//", "a/"), file.size(), file.opener()));
    }
    sorted.sort(Comparator.comparing(OutgoingFile::name));
    try (ArchiveWriter writer = ArchiveWriter.create(target, ArchiveForm.ZIP, OPTIONS)) {
      WriterRun.append(writer, 0, SEGMENTS);
      writer.finish(sorted);
    }
    assertThat(everything(target)).isEqualTo(expected);
    assertThat(SortedFiles.data(OutgoingFiles.all(sorted)).held()).isFalse();
    Collections.reverse(sorted);
    assertThat(SortedFiles.data(OutgoingFiles.all(sorted)).held()).isTrue();
  }

  @Test
  void a_zip_has_its_lines_first_deflated_then_files_by_name_stored() throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(whole(folder, ArchiveForm.ZIP)).get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
      assertThat(entries)
          .extracting(ZipArchiveEntry::getName)
          .containsExactly(
              "import.jsonl",
              "data/a/first.png",
              "data/" + WriterRun.CAT,
              "data/empty",
              "data/z/last.txt");
      assertThat(entries).extracting(ZipArchiveEntry::getMethod).containsExactly(8, 0, 0, 0, 0);
      assertThat(entries.get(2).getGeneralPurposeBit().usesUTF8ForNames()).isTrue();
      assertThat(entries).allMatch(entry -> entry.getExtraFields().length == 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_seen_under_the_name_before_the_end_and_nothing_is_left_over(ArchiveForm form)
      throws IOException {
    Path target = target(folder, form);
    try (ArchiveWriter writer = ArchiveWriter.create(target, form, OPTIONS)) {
      WriterRun.append(writer, 0, 3);
      assertThat(target).doesNotExist();
      assertThat(writer.linesBytes())
          .isEqualTo(segment(0).length + segment(1).length + segment(2).length);
      writer.finish(files(form));
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(target);
    }
  }

  @ParameterizedTest
  @EnumSource
  void only_the_owner_may_read_what_is_written(ArchiveForm form) throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Path target = whole(folder, form);
    try (Stream<Path> found = Files.walk(target)) {
      assertThat(found)
          .allSatisfy(
              path ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                      .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }
  }

  @Test
  void a_file_that_cannot_be_read_ends_finishing_which_can_be_done_again() throws IOException {
    for (ArchiveForm form : List.of(ArchiveForm.ZIP, ArchiveForm.DIRECTORY)) {
      Path target = target(folder, form);
      OutgoingFile broken =
          new OutgoingFile(
              "m/broken",
              9,
              () -> {
                throw new IOException("gone");
              });
      try (ArchiveWriter writer = ArchiveWriter.create(target, form, OPTIONS)) {
        WriterRun.append(writer, 0, SEGMENTS);
        List<OutgoingFile> withBroken = new ArrayList<>(files(form));
        withBroken.add(broken);
        assertThatThrownBy(() -> writer.finish(withBroken))
            .isInstanceOfSatisfying(
                UnreadableFileException.class,
                e -> assertThat(e.file().name()).isEqualTo("m/broken"));
        assertThat(target).doesNotExist();
        writer.finish(files(form));
      }
      assertThat(everything(target)).isEqualTo(everything(whole(folder.resolve("x"), form)));
    }
  }

  @Test
  void a_file_named_twice_is_taken_once_and_told_if_it_comes_with_two_sizes() throws IOException {
    for (ArchiveForm form : List.of(ArchiveForm.ZIP, ArchiveForm.DIRECTORY)) {
      Path target = target(folder, form);
      Told told = new Told(List.of(file("a", "1"), file("b/../a", "1"), file("./a", "22")));
      try (ArchiveWriter writer = ArchiveWriter.create(target, form, OPTIONS)) {
        writer.finish(told);
      }
      try (BulkArchive archive = open(target)) {
        assertThat(archive.files().count()).isEqualTo(1);
      }
      assertThat(told.unreadable).containsExactly("./a: another file has the same name");
    }
  }

  @Test
  void a_file_that_would_leave_data_is_refused() throws IOException {
    for (String name : List.of("../x", "a/../../x", "", ".", "..")) {
      try (ArchiveWriter writer =
          ArchiveWriter.create(target(folder, ArchiveForm.ZIP), ArchiveForm.ZIP, OPTIONS)) {
        assertThat(refusal(() -> writer.finish(List.of(file(name, "evil")))))
            .isEqualTo(ArchiveProblem.TARGET_NAME);
      }
    }
  }

  @Test
  void names_that_no_directory_can_hold_are_refused() throws IOException {
    for (List<OutgoingFile> files :
        List.of(List.of(file("a\0b", "")), List.of(file("a", "is a file"), file("a/b", "below")))) {
      try (ArchiveWriter writer =
          ArchiveWriter.create(folder.resolve("out"), ArchiveForm.DIRECTORY, OPTIONS)) {
        assertThat(refusal(() -> writer.finish(files))).isEqualTo(ArchiveProblem.TARGET_NAME);
      }
    }
  }

  @Test
  void bare_lines_take_no_files() throws IOException {
    try (ArchiveWriter writer =
        ArchiveWriter.create(target(folder, ArchiveForm.LINES), ArchiveForm.LINES, OPTIONS)) {
      assertThatThrownBy(() -> writer.finish(List.of(file("a", "b"))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_directory_with_something_in_it_is_not_overwritten() throws IOException {
    write(folder.resolve("out/precious.txt"), "keep");
    assertThatThrownBy(
            () -> ArchiveWriter.create(folder.resolve("out"), ArchiveForm.DIRECTORY, OPTIONS))
        .isInstanceOf(DirectoryNotEmptyException.class);
  }

  @Test
  void an_empty_directory_is_filled_and_an_old_file_replaced() throws IOException {
    Files.createDirectory(folder.resolve("out"));
    write(folder.resolve("out.zip"), "old");
    whole(folder, ArchiveForm.DIRECTORY);
    try (BulkArchive archive = open(whole(folder, ArchiveForm.ZIP))) {
      assertThat(lines(archive)).isEqualTo(allLines());
    }
  }

  @Test
  void a_closed_writer_takes_nothing() throws IOException {
    ArchiveWriter writer =
        ArchiveWriter.create(target(folder, ArchiveForm.ZIP), ArchiveForm.ZIP, OPTIONS);
    EncodedSegment segment = writer.encode(new byte[1], 0, 1);
    writer.close();
    writer.close();
    assertThatThrownBy(() -> writer.encode(new byte[1], 0, 1))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> writer.append(segment)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(writer::mark).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> writer.finish(List.of())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_form_is_found_by_the_name_of_the_target() throws IOException {
    assertThat(ArchiveForm.forTarget(Path.of("x.JSONL"))).contains(ArchiveForm.LINES);
    assertThat(ArchiveForm.forTarget(Path.of("x.jsonl.gz"))).contains(ArchiveForm.LINES_GZIP);
    assertThat(ArchiveForm.forTarget(Path.of("x.jsonl.zst"))).contains(ArchiveForm.LINES_ZSTD);
    assertThat(ArchiveForm.forTarget(Path.of("x.zip"))).contains(ArchiveForm.ZIP);
    assertThat(ArchiveForm.forTarget("new/")).contains(ArchiveForm.DIRECTORY);
    assertThat(ArchiveForm.forTarget(folder)).contains(ArchiveForm.DIRECTORY);
    assertThat(ArchiveForm.forTarget(Path.of("x.tar"))).isEmpty();
  }
}
