package dev.packhorse.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.packhorse.engine.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir Path folder;

  private SettingsFile file(String text) throws IOException {
    return SettingsFile.read(Files.writeString(folder.resolve("packhorse.yml"), text));
  }

  private static Settings resolve(
      Map<String, String> flags, Map<String, String> environment, SettingsFile file) {
    return new SettingsResolver("migrate", CommandSettings.MIGRATE)
        .resolve(flags, environment, file);
  }

  @Test
  void flagsWinOverVariablesOverTheCommandsSectionOverTheTopOverTheDefault() throws IOException {
    SettingsFile both = file("threads: 3\nmigrate:\n  threads: 4\n");
    Map<String, String> variable = Map.of("PACKHORSE_THREADS", "5");
    assertThat(resolve(Map.of("threads", "6"), variable, both).get(AllSettings.THREADS))
        .isEqualTo(6);
    assertThat(resolve(Map.of(), variable, both).get(AllSettings.THREADS)).isEqualTo(5);
    assertThat(resolve(Map.of(), Map.of(), both).get(AllSettings.THREADS)).isEqualTo(4);
    assertThat(resolve(Map.of(), Map.of(), file("threads: 3\n")).get(AllSettings.THREADS))
        .isEqualTo(3);
    assertThat(resolve(Map.of(), Map.of(), SettingsFile.NONE).get(AllSettings.MAX_POST_SIZE))
        .isEqualTo(16_383);
  }

  @Test
  void allProblemsAreReportedAtOnceEachWithItsOriginAndTheNearestName() throws IOException {
    SettingsFile bad = file("max-post-sise: 7\nmigrate:\n  threads: lots\n  repare: true\n");
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(
            () -> resolve(Map.of("on-problem", "perhaps"), Map.of("PACKHORSE_TREADS", "1"), bad))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .containsExactlyInAnyOrder(
                        "max-post-sise (packhorse.yml:1) is not a setting. Did you mean"
                            + " max-post-size?",
                        "migrate.repare (packhorse.yml:4) is not a setting. Did you mean repair?",
                        "PACKHORSE_TREADS is not a setting. Did you mean PACKHORSE_THREADS?",
                        "on-problem (--on-problem) is \"perhaps\"; one of refuse, stop is needed.",
                        "threads (packhorse.yml:3) is \"lots\"; a whole number from 1 to 256 is"
                            + " needed."));
  }

  @Test
  void thePasswordInTheEnvironmentIsNoUnknownSetting() {
    Map<String, String> password = Map.of("PACKHORSE_PASSWORD", "secret");
    assertThat(resolve(Map.of(), password, SettingsFile.NONE).get(AllSettings.MAX_POST_SIZE))
        .isEqualTo(16_383);
  }

  @Test
  void aFileThatIsNotYamlIsSaidToBeNone() throws IOException {
    assertThat(file("threads: [1").problems())
        .singleElement()
        .asString()
        .startsWith("packhorse.yml:");
  }

  @Test
  void listsMayBeYamlLists() throws IOException {
    assertThat(
            resolve(Map.of(), Map.of(), file("existing: [a.jsonl, b.zip]\n"))
                .get(AllSettings.EXISTING))
        .containsExactly("a.jsonl", "b.zip");
  }

  @ParameterizedTest
  @CsvSource({"100, 100", "5k, 5120", "100MiB, 104857600", "1 GB, 1073741824", "2T, 2199023255552"})
  void sizesAreReadWithUnits(String text, long bytes) {
    assertThat(AllSettings.MAX_FILE_SIZE.type().parser().apply(text)).isEqualTo(bytes);
    String printed = AllSettings.MAX_FILE_SIZE.type().printer().apply(bytes);
    assertThat(AllSettings.MAX_FILE_SIZE.type().parser().apply(printed)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lots", "5X", "-1", "1.5M", "9999999T"})
  void nonsenseIsNoSize(String text) {
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> AllSettings.MAX_FILE_SIZE.type().parser().apply(text));
  }

  @Test
  void everySettingHasADescriptionADistinctNameAndADefaultThatItsOwnTypeReads() {
    Set<String> names = new HashSet<>();
    for (Setting<?> setting : CommandSettings.ALL) {
      assertThat(names.add(setting.name())).as(setting.name()).isTrue();
      assertThat(setting.description()).as(setting.name()).endsWith(".");
      assertThat(setting.name()).matches("[a-z]+(-[a-z]+)*");
      assertReadable(setting);
    }
  }

  private static <T> void assertReadable(Setting<T> setting) {
    if (setting.fallback() != null) {
      String text = setting.type().printer().apply(setting.fallback());
      assertThat(setting.type().parser().apply(text)).isEqualTo(setting.fallback());
    }
  }

  @Test
  void aSecretIsNeverShown() {
    Setting<String> secret =
        Setting.<String>of("token", SettingType.TEXT, null, "A token.").asSecret();
    assertThat(secret.show("abc")).doesNotContain("abc");
  }

  @Test
  void theReferencePageIsWhatTheListSays() {
    Golden.page("reference/settings.md").equalTo(SettingsReference.markdown());
  }
}
