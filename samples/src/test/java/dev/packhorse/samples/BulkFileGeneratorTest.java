package dev.packhorse.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhorse.formats.archive.ArchiveForm;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.RecordType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkFileGeneratorTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 300, 20_000})
  void bare_lines_break_no_rule_of_an_untouched_server(long posts) throws IOException {
    Path file = folder.resolve("import.jsonl");
    new BulkFileGenerator(GeneratorOptions.of(posts, posts + 7)).archive(file, ArchiveForm.LINES);
    assertThat(Survey.of(file)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void an_archive_of_any_form_breaks_no_rule_and_has_all_files(ArchiveForm form)
      throws IOException {
    Path file = folder.resolve("sample." + form.word());
    GeneratorOptions options = GeneratorOptions.of(1000, 3).withUsers(80).withAttachments(100);
    new BulkFileGenerator(options).archive(file, form);
    // Bare lines come without the files, which is all that is to be said of them.
    assertThat(Survey.of(file)).allMatch(found -> found.contains("attachment.not-checked"));
  }

  @Test
  void the_same_options_give_the_same_bytes_wherever_they_are_run() throws IOException {
    GeneratorOptions options = GeneratorOptions.of(500, 42);
    byte[] here = lines(options);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      assertThat(lines(options)).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertThat(lines(GeneratorOptions.of(500, 43))).isNotEqualTo(here);
  }

  @Test
  void all_the_types_of_an_export_occur_and_people_differ_in_how_much_they_say()
      throws IOException {
    Map<RecordType, Integer> types = new EnumMap<>(RecordType.class);
    Map<String, Integer> authors = new HashMap<>();
    new BulkFileGenerator(GeneratorOptions.of(10_000, 1))
        .records(
            record -> {
              types.merge(record.recordType(), 1, Integer::sum);
              if (record instanceof Post post) {
                authors.merge(post.user(), 1, Integer::sum);
              }
            });
    assertThat(types).containsEntry(RecordType.VERSION, 1).hasSize(9);
    assertThat(types.get(RecordType.POST) + types.get(RecordType.DIRECT_POST)).isEqualTo(10_000);
    List<Integer> counts = authors.values().stream().sorted().toList();
    assertThat(counts.get(counts.size() - 1)).isGreaterThan(10 * counts.get(counts.size() / 4));
  }

  @Test
  void text_varies_as_much_as_real_chat() throws IOException {
    byte[] lines = lines(GeneratorOptions.of(5000, 9));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
      out.write(lines);
    }
    assertThat(lines.length / packed.size()).isBetween(3, 12);
    String text = new String(lines, StandardCharsets.UTF_8);
    assertThat(text).contains("👩‍💻", "спасибо", "データベース", "خادم", "```", "\\u0026page=", "\\n");
    assertThat(text).contains("\"replies\":null", "system_join_channel", "\"is_pinned\":true");
  }

  @Test
  void a_record_can_be_taken_without_writing_it() throws IOException {
    long[] count = new long[1];
    new BulkFileGenerator(GeneratorOptions.of(10, 1)).records((BulkRecord record) -> count[0]++);
    assertThat(count[0])
        .isEqualTo(new BulkFileGenerator(GeneratorOptions.of(10, 1)).write(nowhere()).lines());
  }

  @Test
  void options_that_would_break_the_limits_of_a_server_are_refused() {
    assertThatThrownBy(() -> new GeneratorOptions(1, 1, 1, 36, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("36 users need 2 teams");
    assertThatThrownBy(() -> new GeneratorOptions(-1, 1, 1, 20, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_program_tells_what_it_wrote_and_what_it_does_not_understand() throws IOException {
    Path file = folder.resolve("out.jsonl");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] good = {"--posts", "50", "--seed", "2", file.toString()};
    assertThat(Generate.run(good, stream(out), stream(err))).isZero();
    long lines = Files.readAllLines(file).size();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(lines + " lines, " + Files.size(file) + " bytes");
    for (String[] bad : new String[][] {{}, {"--posts"}, {"--posts", "many", "x"}, {"x"}}) {
      assertThat(Generate.run(bad, stream(out), stream(err))).isEqualTo(2);
    }
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: Generate");
  }

  private static byte[] lines(GeneratorOptions options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new BulkFileGenerator(options).write(out);
    return out.toByteArray();
  }

  private static OutputStream nowhere() {
    return OutputStream.nullOutputStream();
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
