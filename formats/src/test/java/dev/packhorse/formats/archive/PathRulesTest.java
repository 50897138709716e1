package dev.packhorse.formats.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the table in bulk-format.md section 1.6. */
class PathRulesTest {
  @ParameterizedTest(name = "{1} below {0} is {2}")
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          data,         a/b.png,            data/a/b.png
          data,         /a/b.png,           data/a/b.png
          data,         a/./b.png,          data/a/b.png
          data,         a/../a/b.png,       data/a/b.png
          data,         path///../file.txt, data/file.txt
          data,         ....//file.txt,     data/..../file.txt
          data,         file..txt,          data/file..txt
          data,         ..\\..\\x,          data/..\\..\\x
          data,         %2e%2e/x,           data/%2e%2e/x
          data,         "",                 data
          data,         .,                  data
          data,         data/../x,          data/x
          /p/dir,       ../dir/x,           /p/dir/x
          "",           /data/f.jpg,        data/f.jpg
          data/,        x/,                 data/x
          /,            ../x,               /x
          .,            ..x,                ..x
          """)
  void a_path_that_stays_below_its_base_is_cleaned(String base, String path, String result) {
    assertThat(PathRules.resolve(base, path)).contains(result);
  }

  @ParameterizedTest(name = "{1} leaves {0}")
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          data,     ..
          data,     ../f
          data,     a/../../f
          data,     /a/../../../f
          data,     ../data_dir/f
          /trusted, ../trusted_NOT/x
          "",       ../x
          "",       ..
          """)
  void a_path_that_leaves_its_base_is_rejected(String base, String path) {
    assertThat(PathRules.resolve(base, path)).isEmpty();
  }

  @Test
  void a_nul_is_an_ordinary_character() {
    assertThat(PathRules.resolve("data", "a\0b")).contains("data/a\0b");
  }

  @Test
  void names_are_compared_in_composed_form() {
    assertThat(PathRules.comparable("u\u0308ber.png")).isEqualTo("\u00FCber.png");
  }
}
