package dev.packhorse.formats.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.problem.Severity;
import dev.packhorse.formats.schema.Inspection.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a real server of 5.37 said to crafted files (README in {@code import-quirks}) against what
 * we say. With {@code -Drules.update=true} the golden files are written instead of compared.
 */
class ImportQuirksTest {
  private static final Path FOLDER = Path.of("src/test/resources/import-quirks");
  private static final Path TARGET = Path.of("src/test/resources/servers/postgres-export.jsonl");

  /** Files that the server took and changed on the way. */
  private static final List<String> MANGLED =
      List.of(
          "07-unknown-field",
          "08-trailing-garbage",
          "14-invalid-utf8",
          "18-neg",
          "24-dup-in-file",
          "34-reaction-dup",
          "36-lone-surrogate",
          "37-channel-dup");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatTheServerRefusedIsAnError(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".jsonl", "");
    List<Found> found = inspect(file, "5.37");
    if (refusedByServer().get(name)) {
      assertThat(found).anyMatch(one -> one.severity() == Severity.ERROR);
    } else {
      assertThat(found).noneMatch(one -> one.severity() == Severity.ERROR);
    }
    if (MANGLED.contains(name)) {
      assertThat(found).isNotEmpty();
    }
  }

  @Test
  void findingsOf537() throws IOException {
    golden("5.37");
  }

  @Test
  void findingsOfTheNewest() throws IOException {
    golden(TargetVersion.NEWEST.toString());
  }

  private static void golden(String version) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : files()) {
      all.append("# ").append(file.getFileName()).append('\n');
      inspect(file, version).forEach(found -> all.append(found).append('\n'));
    }
    Path expected = FOLDER.resolve("expected-" + version + ".txt");
    if (Boolean.getBoolean("rules.update")) {
      Files.writeString(expected, all);
    }
    assertThat(all.toString()).isEqualTo(Files.readString(expected));
  }

  private static List<Found> inspect(Path file, String version) throws IOException {
    TargetProfile target = TargetProfile.builder().version(TargetVersion.parse(version)).build();
    return new Inspection(target)
        .run(Files.readAllBytes(file), Files.readAllBytes(TARGET), FileLookup.NONE)
        .found;
  }

  /** From the README: whether the server stopped, skipped the line or died. */
  private static Map<String, Boolean> refusedByServer() throws IOException {
    Map<String, Boolean> refused = new TreeMap<>();
    String name = null;
    for (String line : Files.readAllLines(FOLDER.resolve("README.md"))) {
      if (line.startsWith("## ")) {
        name = line.substring(3);
        refused.put(name, false);
      } else if (name != null && line.matches("Error.*|panic.*|\\{\"level\":\"warn\".*")) {
        refused.put(name, true);
      }
    }
    return refused;
  }
}
