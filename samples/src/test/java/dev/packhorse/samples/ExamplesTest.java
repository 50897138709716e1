package dev.packhorse.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.archive.ArchiveForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {
  @TempDir Path folder;

  private interface Program {
    void main(String[] arguments) throws IOException;
  }

  @Test
  void read_records_counts_all_posts_and_replies() throws IOException {
    Path file = folder.resolve("import.jsonl");
    new BulkFileGenerator(GeneratorOptions.of(800, 5)).archive(file, ArchiveForm.LINES);
    long expected =
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("{\"type\":\"post\""))
            .mapToLong(line -> line.split("\"create_at\":\\d+,\"edit_at\"", -1).length - 1)
            .sum();
    assertThat(ReadRecords.count(file).values().stream().mapToLong(n -> n).sum())
        .isEqualTo(expected);
    assertThat(output(ReadRecords::main, file)).contains("operations/town-square ");
  }

  @Test
  void validate_file_tells_code_line_and_sentence() throws IOException {
    assertThat(output(ValidateFile::main, Path.of("acme.zip")))
        .contains("error post.message.too-long line")
        .contains("The message has 17204 characters");
  }

  @Test
  void write_archive_makes_an_archive_without_fault() throws IOException {
    Path file = folder.resolve("choir.zip");
    assertThat(output(WriteArchive::main, file)).isEmpty();
    assertThat(Survey.of(file)).isEmpty();
    assertThat(ReadRecords.count(file)).containsEntry("choir/outings", 1L);
  }

  private static String output(Program program, Path file) throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      program.main(new String[] {file.toString()});
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
