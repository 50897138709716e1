package dev.packhorse.formats.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.model.RawJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "größe", "日本", "a😀b", "\u2028"})
  void countsBytesAndRunes(String text) {
    assertThat(Texts.bytes(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    assertThat(Texts.runes(text)).isEqualTo(text.codePointCount(0, text.length()));
    assertThat(Texts.bytesOver(text, Texts.bytes(text))).isFalse();
    assertThat(Texts.bytesOver(text, Texts.bytes(text) - 1)).isTrue();
    assertThat(Texts.runesOver(text, Texts.runes(text))).isFalse();
  }

  @Test
  void foldsAsGoDoes() {
    assertThat(Texts.fold("abc")).isSameAs("abc");
    assertThat(Texts.fold("ÄbC")).isEqualTo("äbc");
    // One code point for one: Java's String.toLowerCase makes two of this.
    assertThat(Texts.fold("\u0130")).isEqualTo("i");
    // KELVIN SIGN becomes an ordinary k, so such a name passes V-USER-04.
    assertThat(Texts.fold("\u212A")).isEqualTo("k");
  }

  @Test
  void findsStrippedCharacters() {
    assertThat(Texts.strippedCharacter("plain 日本 😀")).isEqualTo(-1);
    assertThat(Texts.strippedCharacter("a\uFEFF")).isEqualTo(0xFEFF);
    assertThat(Texts.strippedCharacter("a\uDB40\uDC41")).isEqualTo(0xE0041);
    // A zero-width joiner holds families together and stays.
    assertThat(Texts.strippedCharacter("👩\u200D👩")).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{ \"a\" : 1 }|7",
        "{\"a\":\"<\"}|14",
        "{\"a\":\"\\u003c\"}|14",
        "{\"a\":\"\\u00e9\"}|9",
        "{\"a\":\"é\"}|9",
        "{\"a\":\"\\ud83d\\ude00\"}|9",
        "{\"a\":\"😀\"}|9",
        "{\"a\":\"\\/\"}|9",
        "{\"a\":\"\\\"\"}|10",
        "{\"a\":\" x \"}|11",
        "{\"a\":\"\u2028\"}|14"
      })
  void measuresJsonAsItIsStored(String json, int runes) {
    assertThat(JsonText.storedRunes(RawJson.of(json))).isEqualTo(runes);
  }

  @Test
  void findsNul() {
    assertThat(JsonText.hasNul(RawJson.of("{\"a\":\"\\u0000\"}"))).isTrue();
    assertThat(JsonText.hasNul(RawJson.of("{\"a\":\"\\\\u0000\"}"))).isFalse();
    assertThat(JsonText.hasNul(RawJson.of("{\"a\":\"\\u0001\"}"))).isFalse();
  }

  @Test
  void rolesInText() {
    assertThat(RoleNames.firstInvalid("  system_user\tsystem_admin ")).isNull();
    assertThat(RoleNames.firstInvalid("system_admin")).isEqualTo("system_admin");
    assertThat(RoleNames.firstInvalid("a,b")).isEqualTo("a,b");
    assertThat(RoleNames.contains("x_team_guest team_guests team_guest", "team_guest")).isTrue();
    assertThat(RoleNames.contains("x_team_guest team_guests", "team_guest")).isFalse();
  }
}
