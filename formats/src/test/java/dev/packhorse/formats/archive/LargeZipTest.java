package dev.packhorse.formats.archive;

import static dev.packhorse.formats.archive.WriterRun.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zips beyond the numbers of the old format, read back by our reader and by that of Java. */
class LargeZipTest {
  @TempDir Path folder;

  /** So many bytes of value 7, made on the way. */
  private static OutgoingFile sevens(String name, long size) {
    return new OutgoingFile(
        name,
        size,
        () ->
            new InputStream() {
              private long left = size;

              @Override
              public int read() {
                return left-- > 0 ? 7 : -1;
              }

              @Override
              public int read(byte[] target, int offset, int length) {
                if (left <= 0) {
                  return -1;
                }
                int count = (int) Math.min(length, left);
                Arrays.fill(target, offset, offset + count, (byte) 7);
                left -= count;
                return count;
              }
            });
  }

  private Path write(List<OutgoingFile> files) throws IOException {
    Path target = folder.resolve("large.zip");
    try (ArchiveWriter writer = ArchiveWriter.create(target, ArchiveForm.ZIP, OPTIONS)) {
      WriterRun.append(writer, 0, 3);
      writer.finish(files);
    }
    return target;
  }

  @Test
  void more_than_65535_entries_are_written_and_read() throws IOException {
    int count = 65_600;
    List<OutgoingFile> files =
        IntStream.range(0, count)
            .mapToObj(i -> WriterRun.file("f%06d".formatted(i), "content"))
            .toList();
    Path target = write(files);
    try (BulkArchive archive = ArchiveTests.open(target);
        ZipFile zip = new ZipFile(target.toFile())) {
      assertThat(archive.problems()).isEmpty();
      assertThat(archive.files().count()).isEqualTo(count);
      assertThat(ArchiveTests.text(archive.files(), archive.files().find("f065599")))
          .isEqualTo("content");
      assertThat(zip.size()).isEqualTo(count + 1);
    }
  }

  @Test
  @Tag("long")
  void a_file_beyond_4_gib_and_one_behind_it_are_written_and_read() throws IOException {
    long size = (4L << 30) + 5;
    Path target = write(List.of(sevens("a", size), sevens("b", 10)));
    try (BulkArchive archive = ArchiveTests.open(target);
        ZipFile zip = new ZipFile(target.toFile())) {
      assertThat(archive.problems()).isEmpty();
      for (String name : List.of("a", "b")) {
        int id = archive.files().find(name);
        try (InputStream in = archive.files().open(id)) {
          assertThat(in.transferTo(OutputStream.nullOutputStream()))
              .isEqualTo(archive.files().size(id))
              .isEqualTo(zip.getEntry("data/" + name).getSize());
        }
      }
    }
  }
}
