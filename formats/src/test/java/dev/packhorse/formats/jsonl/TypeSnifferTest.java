package dev.packhorse.formats.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.model.RecordType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sniffer never contradicts the parser. Of a line that is broken behind its type it still tells
 * the type, so that such a line does not cut a run of equal lines in two.
 */
class TypeSnifferTest {
  @ParameterizedTest
  @EnumSource
  void a_line_in_the_usual_form_is_told_by_its_head(RecordType type) {
    String word = type.word();
    for (String form :
        new String[] {
          "{\"type\":\"%s\"}",
          "{\"type\": \"%s\"}",
          " {\"type\":\"%s\"}",
          "{\"Type\":\"%s\"}",
          "{\"x\":{\"type\":\"team\"},\"type\":\"%s\"}",
          "{ \"type\" : \"%s\" , \"%s\":{}}",
          "{\"%s\":{},\"type\":\"%s\"}",
          "{\"\\u0074ype\":\"%s\"}"
        }) {
      String line = form.replace("%s", word);
      assertThat(sniffed(line)).as(line).containsExactly(type).containsExactly(parsed(line));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[]",
        "null",
        "{}",
        "{\"type\":\"pos\"}",
        "{\"type\":\"posts\"}",
        "{\"type\":\"Post\"}",
        "{\"type\":null}",
        "{\"type\":1}",
        "{\"type\":[\"post\"]}",
        "{\"type\":\"po\\u0073t\"}",
        "{\"type\":\"post",
        "{\"type\":",
        "\uFEFF{\"type\":\"post\"}"
      })
  void an_odd_line_is_told_as_the_parser_tells_it(String line) {
    String file = line + "\n";
    List<RecordType> types = new ArrayList<>();
    types.add(parsed(file));
    assertThat(sniffed(file)).isEqualTo(types);
  }

  @Test
  void a_line_broken_behind_its_type_keeps_the_type() {
    assertThat(sniffed("{\"type\":\"post\",\"post\":{")).containsExactly(RecordType.POST);
    assertThat(parsed("{\"type\":\"post\",\"post\":{")).isNull();
  }

  @Test
  void numbers_and_places_of_lines_are_told() {
    byte[] bytes = Lines.bytes("{\"type\":\"team\"}\n\n{\"type\":\"user\"}");
    List<String> found = new ArrayList<>();
    new TypeSniffer()
        .sniff(
            new LineBlock("f", bytes, 0, bytes.length, 7, 3, 100, 0),
            (type, number, at) -> found.add(type + " " + number + " " + at));
    assertThat(found).containsExactly("TEAM 7 0", "null 8 16", "USER 9 17");
  }

  @Test
  void both_agree_on_lines_with_anything_in_them() {
    RandomRecords random = new RandomRecords(3);
    for (Class<?> type : RoundTripTest.types().toList()) {
      for (int i = 0; i < 50; i++) {
        String line = Lines.write(random.record(type), null, Escaping.PLAIN);
        assertThat(sniffed(line)).containsExactly(parsed(line));
      }
    }
  }

  private static RecordType parsed(String line) {
    return Lines.one(line).type();
  }

  private static List<RecordType> sniffed(String text) {
    byte[] bytes = Lines.bytes(text);
    List<RecordType> types = new ArrayList<>();
    new TypeSniffer()
        .sniff(
            new LineBlock("f", bytes, 0, bytes.length, 1, 1, 0, 0),
            (type, number, at) -> types.add(type));
    return types;
  }
}
