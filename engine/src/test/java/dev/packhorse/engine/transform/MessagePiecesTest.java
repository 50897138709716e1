package dev.packhorse.engine.transform;

import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagePiecesTest {
  private static final String LETTERS = "ab \n\té測🚀👩‍👩‍👧";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 40, 16383})
  void piecesPutTogetherAreTheTextAndNoneIsLongerThanAllowed(int most) {
    Random random = new Random(most);
    for (int run = 0; run < 300; run++) {
      String text = text(random, random.nextInt(200) + (run % 10 == 0 ? most : 0));
      List<String> pieces = MessagePieces.of(text, most);
      assertThat(String.join("", pieces)).isEqualTo(text);
      for (String piece : pieces) {
        assertThat(piece.codePointCount(0, piece.length())).isLessThanOrEqualTo(most);
        assertThat(piece.isEmpty()).isEqualTo(text.isEmpty());
        assertThat(Character.isLowSurrogate((piece + "x").charAt(0))).isFalse();
      }
      boolean fits = text.codePointCount(0, text.length()) <= most;
      assertThat(pieces.size() == 1).isEqualTo(fits);
    }
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    int letters = LETTERS.codePointCount(0, LETTERS.length());
    for (int i = 0; i < length; i++) {
      int at = LETTERS.offsetByCodePoints(0, random.nextInt(letters));
      text.appendCodePoint(LETTERS.codePointAt(at));
    }
    return text.toString();
  }

  @Test
  void aPieceEndsAtALineEndElseAtABlankElseAnywhere() {
    assertThat(MessagePieces.of("1234567\n9 1 345", 12)).containsExactly("1234567\n9 1 ", "345");
    assertThat(MessagePieces.of("123456 8\n1 345", 12)).containsExactly("123456 8\n1 ", "345");
    assertThat(MessagePieces.of("12345678\n\n1 3 56", 12))
        .containsExactly("12345678\n\n", "1 3 56");
    assertThat(MessagePieces.of("1 3456789012345", 12)).containsExactly("1 3456789012", "345");
  }

  @Test
  void anAbsentTextHasOneAbsentPiece() {
    assertThat(MessagePieces.of(null, 5)).isEqualTo(singletonList(null));
    assertThat(MessagePieces.of("", 5)).containsExactly("");
  }

  @Test
  void aHugeMessageIsCutInTimeProportionalToItsLength() {
    String huge = "x".repeat(16_000_000);
    List<String> pieces =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> MessagePieces.of(huge, 100));
    assertThat(pieces).hasSize(160_000);
  }
}
