package dev.packhorse.formats.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetVersionTest {
  @Test
  void reads() {
    assertThat(TargetVersion.parse("5.37")).isEqualTo(new TargetVersion(5, 37));
    assertThat(TargetVersion.parse(" 11.6.2 ")).isEqualTo(new TargetVersion(11, 6));
    assertThat(TargetVersion.parse("11.x")).isEqualTo(TargetVersion.NEWEST);
    assertThat(TargetVersion.parse("10.x").atLeast(10, 11)).isTrue();
    assertThat(TargetVersion.parse("12.0")).isGreaterThan(TargetVersion.NEWEST);
    assertThat(TargetVersion.parse("9.11")).isLessThan(TargetVersion.parse("10.0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "11", "v11.6", "11.", ".6", "x.6", "11.6.x", "11.-6", "1 1.6", "99.x", "5.36"})
  void refusesNonsense(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TargetVersion.parse(text))
        .withMessageContaining("'" + text + "'");
  }
}
