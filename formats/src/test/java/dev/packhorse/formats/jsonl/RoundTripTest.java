package dev.packhorse.formats.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.SharedFixtures;
import dev.packhorse.formats.archive.ArchiveLimits;
import dev.packhorse.formats.archive.BulkArchive;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Emoji;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read is written again as it was. */
class RoundTripTest {
  private static final int ROUNDS = 400;

  static Stream<Class<?>> types() {
    return Stream.of(BulkRecord.class.getPermittedSubclasses());
  }

  /**
   * Section 2 counts 6, 5, 10, 6, 8, 35 + 8 + 4 + 4 + 10 + 6, 6, 2, 14 + 10 + 3 + 1 + 3, 5 + 11 and
   * 13; the 11 of a participant hold the notify props of a channel, counted once.
   */
  @Test
  void the_model_has_all_fields_of_the_reference() {
    Set<Shape> shapes = new HashSet<>();
    types().forEach(type -> collect(Shape.of(type), shapes));
    assertThat(types()).hasSize(11);
    int fields = shapes.stream().mapToInt(shape -> shape.fields.length).sum();
    assertThat(fields).isEqualTo(170);
  }

  private static void collect(Shape shape, Set<Shape> shapes) {
    if (shapes.add(shape)) {
      for (Shape.Field field : shape.fields) {
        if (field.shape() != null) {
          collect(field.shape(), shapes);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_record_with_anything_in_any_field_survives_in_both_escapings(Class<?> type) {
    RandomRecords random = new RandomRecords(type.getSimpleName().hashCode());
    for (int i = 0; i < ROUNDS; i++) {
      BulkRecord record = random.record(type);
      for (Escaping escaping : Escaping.values()) {
        String line = Lines.write(record, null, escaping);
        BulkLine read = Lines.one(line);
        assertThat(read.record().recordType()).isEqualTo(record.recordType());
        // Equal but for the layout, which a new record has not: so written anew they are equal.
        assertThat(withoutLayouts(read.record())).as(line).isEqualTo(withoutLayouts(record));
        assertThat(Lines.write(read, escaping)).isEqualTo(line);
        assertThat(Lines.problems(read)).allMatch(found -> found.contains("props"));
      }
    }
  }

  private static String withoutLayouts(BulkRecord record) {
    return record.toString().replaceAll("layout=(null|\\[[^]]*]\\[[^]]*])", "");
  }

  @ParameterizedTest
  @MethodSource("types")
  void order_nulls_and_unknown_members_survive_byte_for_byte(Class<?> type) {
    RandomRecords random = new RandomRecords(99);
    Random dice = new Random(type.getSimpleName().hashCode());
    for (int i = 0; i < ROUNDS; i++) {
      String line = disturb(Lines.write(random.record(type), null, Escaping.PLAIN), random, dice);
      assertThat(Lines.write(Lines.one(line), Escaping.PLAIN)).isEqualTo(squeeze(line));
    }
  }

  /** Puts unknown members behind opening braces and before closing ones, several in a row. */
  private static String disturb(String line, RandomRecords random, Random dice) {
    // Names of the record's own objects only: inside props and info everything is raw already.
    Matcher braces =
        Pattern.compile("(?<=^|\"(post|user|team|bot|role|channel)\":)\\{").matcher(line);
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (braces.find()) {
      int at = braces.end();
      text.append(line, from, at);
      from = at;
      StringBuilder run = new StringBuilder();
      for (int k = dice.nextInt(4); k > 0; k--) {
        run.append(run.length() == 0 ? "" : ",").append(random.member());
      }
      boolean empty = line.charAt(at) == '}';
      text.append(run).append(run.length() == 0 || empty ? "" : ",");
    }
    text.append(line.substring(from));
    if (dice.nextBoolean()) {
      text.insert(text.length() - 2, "," + random.member());
    }
    return text.toString();
  }

  /** Blanks between members are not kept, those inside values are. */
  private static String squeeze(String line) {
    return line.replaceAll("([{,]) \"(x|\\\\|ä|\"|deleted|a b)", "$1\"$2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"z\":1.10,\"type\":\"team\",\"y\":1e400,\"team\":{\"q\":[ 1 ],\"name\":\"n\",\"r\":{},\"s\":\"\\u0041\"},\"t\":-0}",
        "{\"team\":{\"type\":\"O\",\"name\":null,\"description\":\"\"},\"type\":\"team\"}",
        "{\"version\":1,\"x\":2,\"type\":\"version\",\"info\":{\"additional\":[1.0],\"u\":0}}",
        "{\"type\":\"post\",\"post\":{\"replies\":[{\"x\":1,\"user\":\"u\",\"\\u0078\":2}],\"message\":\"m\"}}",
        "{\"type\":\"post\",\"post\":{\"replies\":null,\"reactions\":[],\"flagged_by\":[]}}",
      })
  void a_canonical_line_comes_out_as_it_went_in(String line) {
    assertThat(Lines.write(Lines.one(line), Escaping.PLAIN)).isEqualTo(line + "\n");
  }

  @Test
  void the_result_does_not_depend_on_the_size_of_blocks() {
    RandomRecords random = new RandomRecords(5);
    List<Class<?>> types = types().toList();
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      file.append(Lines.write(random.record(types.get(i % types.size())), null, Escaping.GO));
      file.append(i % 20 == 7 ? "\r\n" : i % 20 == 13 ? "{\"type\":\n" : "");
    }
    byte[] bytes = Lines.bytes(file.toString());
    List<String> expected = described(bytes, LineBlockReader.BLOCK_SIZE);
    assertThat(expected).hasSizeGreaterThan(60);
    for (int size = 1; size <= 100; size++) {
      assertThat(described(bytes, size)).as("block size %d", size).isEqualTo(expected);
    }
  }

  private static List<String> described(byte[] file, int blockSize) {
    List<String> lines = new ArrayList<>();
    Lines.read(
        file,
        blockSize,
        line ->
            lines.add(
                line.number()
                    + " "
                    + line.offset()
                    + " "
                    + line.length()
                    + " "
                    + line.type()
                    + " "
                    + line.problems()
                    + " "
                    + line.digest()
                    + " "
                    + line.record()
                    + line.envelope()));
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"mariadb-export.jsonl", "postgres-export.jsonl"})
  void a_server_export_comes_out_byte_for_byte(String name) throws IOException {
    try (InputStream in = RoundTripTest.class.getResourceAsStream("/servers/" + name)) {
      assertUnchanged(in.readAllBytes());
    }
  }

  /** The project's own import archives are made by hand and only nearly in the server's form. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mattermost-tests/export_test.zip",
        "mattermost-5.37/postgres-export-attachments.zip"
      })
  void an_export_in_a_real_archive_comes_out_byte_for_byte(String name) throws IOException {
    try (BulkArchive archive = BulkArchive.open(SharedFixtures.find(name), ArchiveLimits.DEFAULT);
        InputStream in = archive.openLines(0)) {
      assertUnchanged(in.readAllBytes());
    }
  }

  private static void assertUnchanged(byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
    for (BulkLine line : Lines.read(file)) {
      out.writeBytes(Lines.bytes(Lines.write(line, Escaping.GO)));
    }
    assertThat(out.toString(StandardCharsets.UTF_8).lines().toList())
        .isEqualTo(new String(file, StandardCharsets.UTF_8).lines().toList());
    assertThat(out.toByteArray()).isEqualTo(file);
  }

  @ParameterizedTest
  @EnumSource
  void control_characters_are_escaped_as_go_escapes_them(Escaping escaping) {
    String all = "\b\f\n\r\t\u0001\u001F\u007F<>&\u2028";
    String line = Lines.write(new Emoji(all, null, null), null, escaping);
    String plain = "\\b\\f\\n\\r\\t\\u0001\\u001F\u007F<>&\u2028";
    String go = "\\b\\f\\n\\r\\t\\u0001\\u001f\u007F\\u003c\\u003e\\u0026\\u2028";
    assertThat(line).contains("\"" + (escaping == Escaping.GO ? go : plain) + "\"");
  }
}
