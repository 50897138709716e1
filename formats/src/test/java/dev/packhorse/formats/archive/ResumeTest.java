package dev.packhorse.formats.archive;

import static dev.packhorse.formats.archive.ArchiveTests.refusal;
import static dev.packhorse.formats.archive.WriterRun.OPTIONS;
import static dev.packhorse.formats.archive.WriterRun.SEGMENTS;
import static dev.packhorse.formats.archive.WriterRun.append;
import static dev.packhorse.formats.archive.WriterRun.everything;
import static dev.packhorse.formats.archive.WriterRun.files;
import static dev.packhorse.formats.archive.WriterRun.target;
import static dev.packhorse.formats.archive.WriterRun.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs that are cut off, and what becomes of them. */
class ResumeTest {
  @TempDir Path folder;

  private static Path growing(Path target, ArchiveForm form) {
    return Assembly.of(target, form, new Disk(false)).growing();
  }

  @ParameterizedTest
  @EnumSource
  void a_run_killed_at_random_moments_ends_with_the_same_bytes(ArchiveForm form)
      throws IOException {
    String expected = everything(whole(folder.resolve("undisturbed"), form));
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      Path target = target(Files.createDirectory(folder.resolve("run" + seed)), form);
      int marked = 0;
      String mark;
      try (ArchiveWriter writer = ArchiveWriter.create(target, form, OPTIONS)) {
        mark = writer.mark();
      }
      while (marked < SEGMENTS) {
        try (ArchiveWriter writer = ArchiveWriter.resume(target, form, OPTIONS, mark)) {
          int next = Math.min(SEGMENTS, marked + random.nextInt(12));
          append(writer, marked, next);
          mark = writer.mark();
          marked = next;
          append(writer, marked, Math.min(SEGMENTS, marked + random.nextInt(3)));
        }
        tearAfter(mark, growing(target, form), form, random);
      }
      try (ArchiveWriter writer = ArchiveWriter.resume(target, form, OPTIONS, mark)) {
        writer.finish(files(form));
      }
      assertThat(everything(target)).isEqualTo(expected);
    }
  }

  /** What lies behind the mark may be cut anywhere, or be noise. */
  private static void tearAfter(String mark, Path growing, ArchiveForm form, Random random)
      throws IOException {
    long kept = WriterMark.parse(form, mark).orElseThrow().stored();
    try (RandomAccessFile file = new RandomAccessFile(growing.toFile(), "rw")) {
      int behind = (int) (file.length() - kept);
      file.setLength(kept + random.nextInt(behind + 1));
      byte[] noise = new byte[random.nextInt(500)];
      random.nextBytes(noise);
      file.seek(file.length());
      file.write(noise);
    }
  }

  @ParameterizedTest
  @EnumSource
  void finishing_that_was_cut_off_is_done_again(ArchiveForm form) throws IOException {
    String expected = everything(whole(folder.resolve("undisturbed"), form));
    Path target = target(folder, form);
    String mark = unfinished(target, form);
    if (!form.bare()) {
      List<OutgoingFile> failing = new ArrayList<>(files(form));
      failing.add(
          new OutgoingFile(
              "q",
              1,
              () -> {
                throw new IOException("cut off");
              }));
      try (ArchiveWriter writer = ArchiveWriter.resume(target, form, OPTIONS, mark)) {
        assertThatThrownBy(() -> writer.finish(failing)).isInstanceOf(IOException.class);
      }
    }
    try (ArchiveWriter writer = ArchiveWriter.resume(target, form, OPTIONS, mark)) {
      writer.finish(files(form));
    }
    assertThat(everything(target)).isEqualTo(expected);
  }

  private static String unfinished(Path target, ArchiveForm form) throws IOException {
    try (ArchiveWriter writer = ArchiveWriter.create(target, form, OPTIONS)) {
      append(writer, 0, SEGMENTS);
      return writer.mark();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_run_that_was_killed_right_after_publishing_finds_its_work_done(ArchiveForm form)
      throws IOException {
    Path target = target(folder, form);
    String mark = unfinished(target, form);
    try (ArchiveWriter writer = ArchiveWriter.resume(target, form, OPTIONS, mark)) {
      writer.finish(files(form));
    }
    String expected = everything(target);
    try (ArchiveWriter writer = ArchiveWriter.resume(target, form, OPTIONS, mark)) {
      assertThat(writer.linesBytes()).isEqualTo(WriterRun.allLines().length());
      assertThat(writer.mark()).isEqualTo(mark);
      assertThatThrownBy(() -> append(writer, 0, 1)).isInstanceOf(IllegalStateException.class);
      writer.finish(files(form));
    }
    assertThat(everything(target)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void a_file_shorter_than_its_mark_is_not_continued(ArchiveForm form) throws IOException {
    Path target = target(folder, form);
    String mark = unfinished(target, form);
    try (RandomAccessFile file = new RandomAccessFile(growing(target, form).toFile(), "rw")) {
      file.setLength(file.length() - 1);
    }
    assertThat(refusal(() -> ArchiveWriter.resume(target, form, OPTIONS, mark)))
        .isEqualTo(ArchiveProblem.MARK_LOST);
  }

  @ParameterizedTest
  @EnumSource
  void another_finished_archive_is_not_taken_for_the_own_one(ArchiveForm form) throws IOException {
    Path target = whole(folder, form);
    String other =
        WriterMark.nothing(form).and(new EncodedSegment(new byte[9], new byte[9], 0, 9)).text();
    assertThat(refusal(() -> ArchiveWriter.resume(target, form, OPTIONS, other)))
        .isEqualTo(ArchiveProblem.MARK_LOST);
  }

  @ParameterizedTest
  @EnumSource
  void a_mark_of_another_form_or_program_is_not_believed(ArchiveForm form) throws IOException {
    Path target = target(folder, form);
    String mark = unfinished(target, form);
    for (String wrong : new String[] {"", "2" + mark.substring(1), mark + ":1", "1:x:0:0:0:0"}) {
      assertThat(refusal(() -> ArchiveWriter.resume(target, form, OPTIONS, wrong)))
          .isEqualTo(ArchiveProblem.MARK_LOST);
    }
  }
}
