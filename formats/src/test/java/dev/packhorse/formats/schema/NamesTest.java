package dev.packhorse.formats.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loops against the patterns of the reference, section 10. */
class NamesTest {
  private static final char[] LETTERS = {'a', 'z', '0', '9', '-', '_', '_', '.', '+', 'A', '\n'};

  @Test
  void loopsAgreeWithPatterns() {
    agree(Names::isRole, "[a-z0-9_]{1,64}");
    agree(Names::isScheme, "[a-z0-9_]{2,64}");
    agree(Names::isUsername, "[a-z0-9.\\-_]{1,64}");
    agree(Names::isEmoji, "[a-zA-Z0-9+_-]{1,64}");
    agree(
        name -> Names.isTeam(name) && name.length() > 1, "[a-z0-9]+([a-z\\-0-9]+|(__)?)[a-z0-9]+");
    agree(Names::isChannel, "[a-z0-9]+([a-z\\-_0-9]+|(__)?)[a-z0-9]*");
    agree(Names::isChannel537, "[a-z0-9]+([a-z\\-_0-9]+|(__)?)[a-z0-9]+");
  }

  private static void agree(Predicate<String> loop, String pattern) {
    Pattern whole = Pattern.compile(pattern);
    for (String name : names()) {
      assertThat(loop.test(name)).as(pattern + " " + name).isEqualTo(whole.matcher(name).matches());
    }
  }

  /** All names up to four letters, and longer ones at random. */
  private static List<String> names() {
    List<String> names = new ArrayList<>(List.of(""));
    for (int from = 0, length = 1; length <= 4; length++) {
      int to = names.size();
      for (; from < to; from++) {
        for (char letter : LETTERS) {
          names.add(names.get(from) + letter);
        }
      }
    }
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder name = new StringBuilder();
      for (int k = random.nextInt(70); k >= 0; k--) {
        name.append(LETTERS[random.nextInt(random.nextInt(3) == 0 ? LETTERS.length : 4)]);
      }
      names.add(name.toString());
    }
    return names;
  }

  @Test
  void restrictedAndInternalNames() {
    assertThat(Names.isUsername("all")).isFalse();
    assertThat(Names.isUsername("alle")).isTrue();
    assertThat(Names.isInternalChannel("0123456789abcdef".repeat(3).substring(0, 40))).isTrue();
    assertThat(Names.isInternalChannel("g".repeat(40))).isFalse();
    assertThat(Names.isInternalChannel("a".repeat(26) + "__" + "1".repeat(26))).isTrue();
  }

  /** The table of the reference, section 1.6. */
  @ParameterizedTest
  @CsvSource({
    "a/b.png, false",
    "/a/b.png, false",
    "a/./b.png, false",
    "a/../a/b.png, false",
    "path///../file.txt, false",
    "....//file.txt, false",
    "file..txt, false",
    "..\\..\\x, false",
    "., false",
    "'', false",
    "data/../x, false",
    "../data/x, false",
    ".., true",
    "../f, true",
    "a/../../f, true",
    "/a/../../../f, true",
    "../data_dir/f, true"
  })
  void paths(String path, boolean escapes) {
    assertThat(PathRules.escapes(path)).isEqualTo(escapes);
  }
}
