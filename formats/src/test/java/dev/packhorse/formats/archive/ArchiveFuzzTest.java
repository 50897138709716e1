package dev.packhorse.formats.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/**
 * Whatever the bytes are: an archive is read, or refused with a problem of ours; never anything
 * else. Runs over the seeds; searches for new inputs with {@code JAZZER_FUZZ=1}.
 */
@Tag("fuzz")
class ArchiveFuzzTest {
  private static final ArchiveLimits LIMITS = new ArchiveLimits(100, 1 << 20, 1000, 1 << 26);

  @FuzzTest(maxDuration = "90s")
  void a_file_called_zip_is_read_or_refused(byte[] content) throws IOException {
    readAll("fuzz.zip", content);
  }

  @FuzzTest(maxDuration = "60s")
  void a_file_called_jsonl_is_read_or_refused(byte[] content) throws IOException {
    readAll("fuzz.jsonl", content);
  }

  private static void readAll(String name, byte[] content) throws IOException {
    Path folder = Files.createTempDirectory("packhorse-fuzz");
    Path file = Files.write(folder.resolve(name), content);
    try (BulkArchive archive = BulkArchive.open(file, LIMITS)) {
      assertThat(archive.linesName()).isNotEmpty();
      archive.problems().forEach(problem -> assertThat(problem.message()).isNotEmpty());
      readLines(archive);
      ArchiveFiles files = archive.files();
      for (int id = 0; id < files.count(); id++) {
        // Of two entries with one name the last is found.
        assertThat(files.findEntry(files.name(id))).isGreaterThanOrEqualTo(id);
        readFile(files, id);
      }
    } catch (ProblemException e) {
      assertThatItIsOurs(e);
    } finally {
      Files.delete(file);
      Files.delete(folder);
    }
  }

  private static void readLines(BulkArchive archive) throws IOException {
    long size;
    try (InputStream in = archive.openLines(0)) {
      size = in.transferTo(OutputStream.nullOutputStream());
    }
    assertThat(archive.linesSize()).isIn(-1L, size);
    try (InputStream in = archive.openLines(size / 2)) {
      assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(size - size / 2);
    }
  }

  private static void readFile(ArchiveFiles files, int id) throws IOException {
    try (InputStream in = files.open(id)) {
      assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(files.size(id));
    } catch (ProblemException e) {
      assertThatItIsOurs(e);
    }
  }

  private static void assertThatItIsOurs(ProblemException e) {
    assertThat(e.problem().code()).isInstanceOf(ArchiveProblem.class);
    assertThat(e.getMessage()).isNotEmpty();
  }
}
