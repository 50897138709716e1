package dev.packhorse.formats.archive;

import static dev.packhorse.formats.archive.ArchiveTests.open;
import static dev.packhorse.formats.archive.ArchiveTests.text;
import static dev.packhorse.formats.archive.WriterRun.OPTIONS;
import static dev.packhorse.formats.archive.WriterRun.everything;
import static dev.packhorse.formats.archive.WriterRun.file;
import static dev.packhorse.formats.archive.WriterRun.files;
import static dev.packhorse.formats.archive.WriterRun.target;
import static dev.packhorse.formats.archive.WriterRun.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How files get into an archive while some of their sources fail, lie or take their time. */
class FileLoadingTest {
  @TempDir Path folder;

  private Path finish(ArchiveForm form, OutgoingFiles files) throws IOException {
    Path target = target(folder, form);
    try (ArchiveWriter writer = ArchiveWriter.create(target, form, OPTIONS)) {
      WriterRun.append(writer, 0, WriterRun.SEGMENTS);
      writer.finish(files);
    }
    return target;
  }

  private static OutgoingFile breaking(String name, int after) {
    return new OutgoingFile(
        name,
        after,
        () ->
            new SequenceInputStream(
                new ByteArrayInputStream(new byte[after]),
                new InputStream() {
                  @Override
                  public int read() throws IOException {
                    throw new IOException("gone");
                  }
                }));
  }

  private static OutgoingFile missing(String name) {
    return new OutgoingFile(
        name,
        9,
        () -> {
          throw new IOException("not there");
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"ZIP", "DIRECTORY"})
  void a_file_that_breaks_off_leaves_no_trace(ArchiveForm form) throws IOException {
    List<OutgoingFile> some = new ArrayList<>(files(form));
    some.add(breaking("a/b/c/half", 70_000));
    some.add(breaking("m/large", 3 << 20));
    some.add(missing("n/none"));
    Told told = new Told(some);
    Path target = finish(form, told);
    assertThat(everything(target)).isEqualTo(everything(whole(folder.resolve("whole"), form)));
    assertThat(told.unreadable)
        .containsExactly("a/b/c/half: gone", "m/large: gone", "n/none: not there");
  }

  @ParameterizedTest
  @EnumSource(names = {"ZIP", "DIRECTORY"})
  void names_that_an_archive_cannot_hold_are_told_and_the_others_stored(ArchiveForm form)
      throws IOException {
    List<OutgoingFile> some = new ArrayList<>(files(form));
    some.add(file("../up", "evil"));
    some.add(file("x".repeat(form == ArchiveForm.ZIP ? 70_000 : 300), "long"));
    Told told = new Told(some).with(List.of(file("data/evil", "1"), file("packhorse/../a", "2")));
    Path target = finish(form, told);
    assertThat(everything(target)).isEqualTo(everything(whole(folder.resolve("whole"), form)));
    assertThat(told.unreadable).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(names = {"ZIP", "DIRECTORY"})
  void a_file_is_stored_with_the_size_it_has(ArchiveForm form) throws IOException {
    byte[] large = new byte[2 << 20];
    new Random(1).nextBytes(large);
    List<OutgoingFile> lying = new ArrayList<>();
    for (long claimed : new long[] {-1, 0, 5, 1 << 20, 1 << 22, 5L << 30}) {
      lying.add(
          new OutgoingFile("large" + lying.size(), claimed, () -> new ByteArrayInputStream(large)));
      lying.add(new OutgoingFile("tiny" + lying.size(), claimed, file("", "tiny").opener()));
    }
    Told told = new Told(lying);
    try (BulkArchive archive = open(finish(form, told))) {
      ArchiveFiles found = archive.files();
      assertThat(archive.problems()).isEmpty();
      assertThat(found.count()).isEqualTo(lying.size());
      assertThat(text(found, found.find("tiny1"))).isEqualTo("tiny");
      for (int id = 0; id < found.count(); id++) {
        try (InputStream in = found.open(id)) {
          assertThat(in.readAllBytes()).hasSize((int) found.size(id));
        }
      }
    }
    assertThat(told.unreadable).isEmpty();
    assertThat(told.stored).contains("large0 " + large.length, "tiny1 4", "tiny11 4");
    assertThat(told.hashes)
        .contains("8950abfda7b727630760dd35bcf5c3daa7631aff223a90f7728c0d2521dde10c");
  }

  @ParameterizedTest
  @EnumSource(names = {"ZIP", "DIRECTORY"})
  void sidecar_files_lie_in_their_own_folder_behind_the_others(ArchiveForm form)
      throws IOException {
    Told told =
        new Told(files(form))
            .with(List.of(file("packhorse/z.jsonl", "{}"), file("packhorse/a/b", "text")));
    try (BulkArchive archive = open(finish(form, told))) {
      ArchiveFiles found = archive.files();
      assertThat(found.count()).isEqualTo(files(form).size());
      assertThat(IntStream.range(0, found.total()).filter(found::sidecar).mapToObj(found::name))
          .containsExactly("packhorse/a/b", "packhorse/z.jsonl");
      assertThat(text(found, found.findEntry("packhorse/a/b"))).isEqualTo("text");
      assertThat(archive.problems()).isEmpty();
    }
    assertThat(told.stored).endsWith("packhorse/a/b 4", "packhorse/z.jsonl 2");
  }

  @Test
  @Timeout(60)
  void files_are_opened_by_several_threads_ahead_and_stored_in_order() throws IOException {
    ConcurrentHashMap<String, Boolean> threads = new ConcurrentHashMap<>();
    List<OutgoingFile> slow = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      byte[] bytes = ArchiveTests.bytes("file " + i);
      slow.add(
          new OutgoingFile(
              "%03d".formatted(i),
              bytes.length,
              () -> {
                threads.put(Long.toString(Thread.currentThread().getId()), true);
                pause();
                return new ByteArrayInputStream(bytes);
              }));
    }
    Told told = new Told(slow);
    finish(ArchiveForm.ZIP, told);
    assertThat(told.stored).isSorted().hasSize(200);
    assertThat(threads).hasSizeGreaterThan(3);
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void what_is_read_ahead_is_bounded() throws IOException {
    AtomicLong opened = new AtomicLong();
    AtomicLong ahead = new AtomicLong();
    int size = 512 << 10;
    List<OutgoingFile> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.add(
          new OutgoingFile(
              "%03d".formatted(i),
              size,
              () -> {
                opened.addAndGet(size);
                return new ByteArrayInputStream(new byte[size]);
              }));
    }
    AtomicInteger count = new AtomicInteger();
    finish(
        ArchiveForm.ZIP,
        new Told(many) {
          @Override
          public void stored(OutgoingFile file, long found, String sha256) {
            long done = (long) count.incrementAndGet() * size;
            ahead.accumulateAndGet(opened.get() - done, Math::max);
          }
        });
    assertThat(ahead.get()).isLessThanOrEqualTo(17 << 20);
  }

  @Test
  void what_the_owner_throws_ends_finishing_and_it_can_be_done_again() throws IOException {
    Path target = target(folder, ArchiveForm.ZIP);
    List<OutgoingFile> some = new ArrayList<>(files(ArchiveForm.ZIP));
    some.add(missing("q"));
    try (ArchiveWriter writer = ArchiveWriter.create(target, ArchiveForm.ZIP, OPTIONS)) {
      WriterRun.append(writer, 0, WriterRun.SEGMENTS);
      assertThatThrownBy(() -> writer.finish(some)).isInstanceOf(UnreadableFileException.class);
      assertThat(Files.exists(target)).isFalse();
      writer.finish(files(ArchiveForm.ZIP));
    }
    assertThat(everything(target))
        .isEqualTo(everything(whole(folder.resolve("whole"), ArchiveForm.ZIP)));
  }
}
