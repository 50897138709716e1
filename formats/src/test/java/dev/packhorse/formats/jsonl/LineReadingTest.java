package dev.packhorse.formats.jsonl;

import static dev.packhorse.formats.jsonl.Lines.one;
import static dev.packhorse.formats.jsonl.Lines.post;
import static dev.packhorse.formats.jsonl.Lines.problems;
import static dev.packhorse.formats.jsonl.Lines.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.model.Team;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.model.Version;
import dev.packhorse.formats.problem.Place;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of section 1.1 of the bulk format reference. */
class LineReadingTest {
  private static final String VERSION = "{\"type\":\"version\",\"version\":1}";

  @Test
  void lines_end_in_a_line_feed_and_one_carriage_return_before_it_is_dropped() {
    List<BulkLine> lines = read(VERSION + "\r\n" + post("") + "\n" + post(""));
    assertThat(lines).extracting(BulkLine::number).containsExactly(1L, 2L, 3L);
    assertThat(lines).extracting(BulkLine::offset).containsExactly(0L, 32L, 58L);
    assertThat(lines).extracting(BulkLine::length).containsExactly(30, 25, 25);
    assertThat(lines).allMatch(line -> line.problems().isEmpty());
  }

  @Test
  void only_one_carriage_return_is_dropped_and_others_are_blanks() {
    BulkLine line = one(VERSION + "\r\r\n");
    assertThat(line.length()).isEqualTo(31);
    assertThat(line.problems()).isEmpty();
  }

  @Test
  void the_last_line_may_lack_its_line_feed_with_or_without_a_carriage_return() {
    assertThat(one(VERSION).length()).isEqualTo(30);
    assertThat(one(VERSION + "\r").length()).isEqualTo(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r\r\n", "  \t\n", " \r\n"})
  void a_blank_line_is_an_error_also_at_the_end(String blank) {
    List<BulkLine> lines = read(VERSION + "\n" + blank + post("") + "\n" + blank);
    assertThat(lines).hasSize(4);
    assertThat(problems(lines.get(1))).containsExactly("line.blank");
    assertThat(problems(lines.get(3))).containsExactly("line.blank");
    assertThat(lines.get(2).type()).isEqualTo(RecordType.POST);
  }

  @Test
  void an_empty_file_has_no_lines() {
    assertThat(read("")).isEmpty();
  }

  @Test
  void a_mark_of_byte_order_is_an_error_and_the_line_is_read_all_the_same() {
    BulkLine line = one("\uFEFF" + VERSION);
    assertThat(problems(line)).containsExactly("line.byte-order-mark");
    assertThat(line.record()).isInstanceOf(Version.class);
    assertThat(problems(read(VERSION + "\n\uFEFF" + post("")).get(1)))
        .containsExactly("line.not-json");
  }

  @ParameterizedTest
  @CsvSource({
    "ff, 1",
    "c3, 1",
    "c0 af, 2",
    "ed a0 80, 3",
    "f0 9f 98, 3",
    "f4 90 80 80, 4",
    "f8 88 80 80 80, 5",
    "e2 82 41, 2",
  })
  void each_byte_that_is_no_utf_8_becomes_one_replacement_character(String hex, int count) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes(Lines.bytes("{\"type\":\"post\",\"post\":{\"message\":\"<"));
    for (String octet : hex.split(" ")) {
      text.write(Integer.parseInt(octet, 16));
    }
    text.writeBytes(Lines.bytes(">\"}}"));
    BulkLine line = one(text.toByteArray());
    String letter = hex.endsWith("41") ? "A" : "";
    assertThat(((Post) line.record()).message())
        .isEqualTo("<" + "\uFFFD".repeat(count) + letter + ">");
    assertThat(problems(line)).containsExactly("text.invalid-utf8");
    assertThat(line.problems().get(0).arguments()).containsExactly("36");
  }

  @Test
  void halves_of_characters_become_replacement_characters_and_whole_ones_stay() {
    BulkLine line =
        one(post("\"message\":\"\\ud800x\\udc00\\uD83D\\uDE00\\ud83d\",\"user\":\"u\""));
    assertThat(((Post) line.record()).message()).isEqualTo("\uFFFDx\uFFFD😀\uFFFD");
    assertThat(problems(line)).containsExactly("text.lone-surrogate /post/message");
    assertThat(problems(post("\"message\":\"\\ud83d\\ude00\""))).isEmpty();
    assertThat(problems(post("\"message\":\"\\\\ud800\""))).isEmpty();
    assertThat(problems(post("\"props\":{\"a\":[\"\\udfff\"]}")))
        .containsExactly("text.lone-surrogate /post/props/a/0");
    assertThat(problems(post("\"flagged_by\":[\"a\",\"\\ud801\"]")))
        .containsExactly("text.lone-surrogate /post/flagged_by/1");
  }

  @Test
  void text_behind_the_value_is_an_error_that_tells_where() {
    BulkLine line = one(VERSION + " x");
    assertThat(problems(line)).containsExactly("line.trailing-text");
    assertThat(line.problems().get(0).arguments()).containsExactly("31");
    assertThat(problems(VERSION + VERSION)).containsExactly("line.trailing-text");
    assertThat(problems(VERSION + " \t\r")).isEmpty();
    assertThat(problems("{}{}")).contains("line.trailing-text");
    assertThat(problems(VERSION + "\0")).containsExactly("line.trailing-text");
  }

  @Test
  void targets_of_the_time_of_5_37_pass_over_text_behind_the_value() {
    byte[] bytes = Lines.bytes(VERSION + " x");
    LineBlock block = new LineBlock("f", bytes, 0, bytes.length, 1, 1, 0, 0);
    new LineParser(true)
        .parse(
            block,
            line -> {
              assertThat(line.record()).isNotNull();
              assertThat(line.problems().get(0).severity().word()).isEqualTo("warning");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"text\"", "1", "1.5", "true", "[{\"type\":\"post\"}]", "null"})
  void whatever_is_no_object_is_an_error(String line) {
    assertThat(problems(line)).containsExactly("line.not-an-object");
    assertThat(one(line).type()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"type\"",
        "nul",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":1,}",
        "[1",
        "{\"a\":NaN}"
      })
  void what_is_no_json_is_an_error(String line) {
    assertThat(problems(line)).contains("line.not-json");
  }

  @Test
  void a_type_is_needed_and_must_be_known() {
    assertThat(problems("{}")).containsExactly("line.type.missing /type");
    assertThat(problems("{\"type\":null}")).containsExactly("line.type.missing /type");
    assertThat(problems("{\"type\":\"\"}")).containsExactly("line.type.missing /type");
    assertThat(problems("{\"type\":\"Post\"}")).containsExactly("line.type.unknown /type");
    assertThat(one("{\"type\":\"poll\",\"poll\":{}}").typeWord()).isEqualTo("poll");
    assertThat(problems("{\"type\":3}")).contains("member.wrong-kind /type");
  }

  @Test
  void the_payload_may_come_before_the_type_and_other_payloads_are_passed_over() {
    BulkLine line = one("{\"team\":{\"name\":5},\"post\":{\"message\":\"m\"},\"type\":\"post\"}");
    assertThat(line.record()).isInstanceOf(Post.class);
    assertThat(problems(line)).containsExactly("member.unknown /team");
  }

  @ParameterizedTest
  @CsvSource({"TYPE, POST, MESSAGE", "Type, pOst, Message", "type, poſt, meſſage"})
  void names_match_in_other_case_and_with_letters_that_fold(String type, String post, String name) {
    BulkLine line = one("{\"" + type + "\":\"post\",\"" + post + "\":{\"" + name + "\":\"m\"}}");
    assertThat(((Post) line.record()).message()).isEqualTo("m");
    assertThat(problems(line)).contains("member.other-case /" + post + "/" + name);
  }

  @Test
  void the_kelvin_sign_is_a_letter_k() {
    String kelvin = "\u212A";
    BulkLine line = one("{\"type\":\"user\",\"user\":{\"lin" + kelvin + "_previews\":\"true\"}}");
    assertThat(((User) line.record()).linkPreviews()).isEqualTo("true");
  }

  @Test
  void an_exact_name_and_one_in_other_case_are_the_same_member_and_the_last_counts() {
    BulkLine line = one(post("\"message\":\"a\",\"Message\":\"b\""));
    assertThat(((Post) line.record()).message()).isEqualTo("b");
    assertThat(problems(line))
        .containsExactly("member.other-case /post/Message", "member.repeated /post/Message");
  }

  @Test
  void unknown_members_are_passed_over_at_every_level() {
    BulkLine line =
        one("{\"type\":\"post\",\"a\":1,\"post\":{\"b\":[{}],\"replies\":[{\"c/d\":null}]}}");
    assertThat(problems(line))
        .containsExactly(
            "member.unknown /a", "member.unknown /post/b", "member.unknown /post/replies/0/c~1d");
  }

  @Test
  void the_last_of_repeated_members_counts_and_null_takes_back() {
    Post post =
        (Post)
            one(post("\"user\":\"a\",\"message\":\"x\",\"user\":\"b\",\"message\":null")).record();
    assertThat(post.user()).isEqualTo("b");
    assertThat(post.message()).isNull();
    assertThat(problems(post("\"user\":\"a\",\"user\":\"b\"")))
        .containsExactly("member.repeated /post/user");
  }

  @Test
  void a_value_of_the_wrong_kind_leaves_what_was_there() {
    BulkLine line = one(post("\"user\":\"a\",\"user\":7"));
    assertThat(((Post) line.record()).user()).isEqualTo("a");
    assertThat(problems(line))
        .containsExactly("member.repeated /post/user", "member.wrong-kind /post/user");
  }

  @Test
  void a_member_may_be_repeated_ten_thousand_times() {
    BulkLine line = one(post("\"user\":\"a\",".repeat(10_000) + "\"user\":\"z\""));
    assertThat(((Post) line.record()).user()).isEqualTo("z");
    assertThat(line.problems()).hasSize(LineFindings.MOST + 1);
    assertThat(line.problems().get(LineFindings.MOST).arguments())
        .containsExactly(String.valueOf(10_000 - LineFindings.MOST));
    BulkLine type =
        one("{" + "\"type\":\"team\",".repeat(10_000) + "\"type\":\"post\",\"post\":{}}");
    assertThat(type.type()).isEqualTo(RecordType.POST);
  }

  @Test
  void repeated_objects_are_merged_member_by_member() {
    BulkLine line =
        one(
            "{\"type\":\"user\",\"user\":{\"username\":\"a\",\"notify_props\":{\"desktop\":\"all\"}},"
                + "\"user\":{\"email\":\"e\",\"notify_props\":{\"email\":\"true\",\"x\":1}}}");
    User user = (User) line.record();
    assertThat(user.username()).isEqualTo("a");
    assertThat(user.email()).isEqualTo("e");
    assertThat(user.notifyProps().desktop()).isEqualTo("all");
    assertThat(user.notifyProps().email()).isEqualTo("true");
    assertThat(problems(line)).contains("member.repeated /user");
  }

  @Test
  void repeated_props_are_merged_with_the_later_value_behind() {
    Post post =
        (Post) one(post("\"props\":{\"a\":1},\"props\":{ },\"props\":{\"a\":2,\"b\":3}")).record();
    assertThat(post.props()).hasToString("{\"a\":1,\"a\":2,\"b\":3}");
    Post none = (Post) one(post("\"props\":{\"a\":1},\"props\":null")).record();
    assertThat(none.props()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-1, -1",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808"
  })
  void integers_fill_64_bits(String json, long value) {
    assertThat(((Post) one(post("\"create_at\":" + json)).record()).createAt()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, member.wrong-kind",
    "1e3, member.wrong-kind",
    "'\"1\"', member.wrong-kind",
    "true, member.wrong-kind",
    "{}, member.wrong-kind",
    "[], member.wrong-kind",
    "9223372036854775808, member.number.out-of-range",
    "-9223372036854775809, member.number.out-of-range",
    "99999999999999999999999999999999, member.number.out-of-range",
  })
  void whatever_is_no_such_integer_is_an_error(String json, String code) {
    assertThat(problems(post("\"create_at\":" + json))).containsExactly(code + " /post/create_at");
    assertThat(problems("{\"type\":\"version\",\"version\":" + json + "}"))
        .containsExactly(code + " /version");
  }

  @ParameterizedTest
  @CsvSource({
    "is_pinned, '\"true\"'", "is_pinned, 1", "is_pinned, []", "message, true", "message, 1",
    "message, {}", "message, [\"a\"]", "replies, {}", "replies, \"a\"", "props, []",
    "props, \"a\"", "flagged_by, \"a\"", "flagged_by, {}"
  })
  void nothing_is_coerced(String name, String json) {
    assertThat(problems(post("\"" + name + "\":" + json)))
        .containsExactly("member.wrong-kind /post/" + name);
  }

  @Test
  void elements_of_lists_are_checked_one_by_one() {
    BulkLine line =
        one(post("\"flagged_by\":[\"a\",1,null],\"replies\":[null,{\"user\":\"u\"},7]"));
    assertThat(problems(line))
        .containsExactly(
            "member.wrong-kind /post/flagged_by/1", "member.wrong-kind /post/replies/2");
    Post post = (Post) line.record();
    assertThat(post.flaggedBy()).containsExactly("a", "", "");
    assertThat(post.replies()).hasSize(2);
    assertThat(post.replies().get(0).user()).isNull();
  }

  @Test
  void a_payload_of_the_wrong_kind_is_an_error_and_null_is_none() {
    assertThat(problems("{\"type\":\"post\",\"post\":[]}"))
        .containsExactly("member.wrong-kind /post");
    assertThat(one("{\"type\":\"post\",\"post\":null}").record()).isNull();
    assertThat(one("{\"type\":\"post\"}").record()).isNull();
  }

  @Test
  void values_nest_10_000_deep_and_no_deeper() {
    assertThat(problems(post("\"x\":" + nested(9_998)))).containsExactly("member.unknown /post/x");
    assertThat(problems(post("\"x\":" + nested(9_999)))).contains("line.not-json");
    assertThat(problems(post("\"props\":{\"a\":" + nested(9_997) + "}"))).isEmpty();
    assertThat(problems(post("\"props\":{\"a\":" + nested(9_998) + "}")))
        .containsExactly("line.not-json");
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-01T10:00:00Z, true",
    "2026-05-01T10:00:00.123456789+02:00, true",
    "2026-05-01T10:00:00.1234567891234Z, true",
    "0001-01-01T00:00:00Z, true",
    "2026-05-01T10:00Z, false",
    "2026-05-01t10:00:00z, false",
    "2026-05-01 10:00:00Z, false",
    "2026-05-01T10:00:00, false",
    "2026-02-30T10:00:00Z, false",
    "'', false",
    "soon, false",
    "2026-05-01T24:00:00Z, false",
    "12026-05-01T10:00:00Z, false"
  })
  void the_end_of_a_status_is_a_time_as_go_reads_it(String time, boolean good) {
    List<String> found =
        problems(
            "{\"type\":\"user\",\"user\":{\"custom_status\":{\"expires_at\":\"" + time + "\"}}}");
    if (good) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).containsExactly("member.time.malformed /user/custom_status/expires_at");
    }
  }

  @Test
  void numbers_in_props_that_a_server_can_not_hold_are_found() {
    assertThat(problems(post("\"props\":{\"a\":1e400,\"b\":[1.10],\"c\":-1e308}")))
        .containsExactly("member.number.out-of-range /post/props/a");
    assertThat(problems(post("\"props\":{\"a\":9007199254740993,\"b\":9007199254740992}")))
        .containsExactly("member.number.imprecise /post/props/a");
  }

  @Test
  void places_tell_file_line_and_offset() {
    List<BulkLine> lines =
        read(
            VERSION
                + "\n"
                + "{\"type\":\"team\",\"team\":{\"name\":\"ü\"}}\n"
                + post("\"message\":1"));
    assertThat(((Team) lines.get(1).record()).name()).isEqualTo("ü");
    assertThat(lines.get(2).problems().get(0).place())
        .isEqualTo(new Place("import.jsonl", 3, 68, "/post/message"));
    assertThat(new String(lines.get(2).bytes(), lines.get(2).start(), 7, StandardCharsets.UTF_8))
        .isEqualTo("{\"type\"");
  }

  @Test
  void what_a_broken_line_held_does_not_get_into_the_next_one() {
    List<BulkLine> lines =
        read("{\"type\":\"post\",\"post\":{\"zzz\":1,\n" + post("\"aaa\":2,\"user\":\"u\"") + "\n");
    assertThat(problems(lines.get(0))).contains("line.not-json");
    assertThat(Lines.write(lines.get(1), Escaping.PLAIN))
        .isEqualTo(post("\"aaa\":2,\"user\":\"u\"") + "\n");
  }

  @Test
  void a_payload_after_a_null_one_is_a_repeated_member_and_written_once() {
    for (String text :
        List.of(
            "{\"type\":\"post\",\"post\":null,\"post\":{\"user\":\"u\"}}",
            "{\"type\":\"version\",\"version\":null,\"version\":1}",
            "{\"type\":\"version\",\"info\":null,\"info\":{},\"version\":1}")) {
      BulkLine line = one(text);
      assertThat(problems(line)).hasSize(1).allMatch(found -> found.startsWith("member.repeated"));
      assertThat(problems(Lines.write(line, Escaping.PLAIN))).isEmpty();
    }
  }

  @Test
  void places_of_faults_count_the_bytes_of_the_line_as_it_stands() {
    BulkLine marked = one("\uFEFF" + VERSION + " x");
    assertThat(marked.problems().get(1).arguments()).containsExactly("34");
    byte[] cut = Lines.bytes("{\"a\":\"?\",}");
    cut[6] = (byte) 0xFF;
    BulkLine line = one(cut);
    assertThat(line.problems().get(2).code().code()).isEqualTo("line.not-json");
    assertThat(line.problems().get(2).arguments().get(1)).isEqualTo("12");
  }

  @Test
  void problems_left_out_are_counted_once_although_the_line_is_read_twice() {
    BulkLine line =
        one(
            "{\"post\":{"
                + "\"x\":1,".repeat(300)
                + "\"x\":1},\"type\":\"post\",\"type\":\"post\"}");
    assertThat(line.problems()).hasSize(LineFindings.MOST + 1);
    assertThat(line.problems().get(LineFindings.MOST).arguments()).containsExactly("102");
  }
}
