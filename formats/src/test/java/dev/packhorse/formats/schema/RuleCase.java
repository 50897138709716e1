package dev.packhorse.formats.schema;

import dev.packhorse.formats.schema.Inspection.Found;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One folder of {@code rules}: see the README there. */
final class RuleCase {
  static final Path FOLDER = Path.of("src/test/resources/rules");
  private static final Pattern REPEATED = Pattern.compile("«(.*?)\\*(\\d+)»");

  private final Path folder;
  private final Properties settings = new Properties();

  RuleCase(Path folder) throws IOException {
    this.folder = folder;
    settings.load(
        new InputStreamReader(
            stream(folder.resolve("settings.properties")), StandardCharsets.UTF_8));
  }

  static List<RuleCase> all() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      List<RuleCase> cases = new java.util.ArrayList<>();
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        cases.add(new RuleCase(folder));
      }
      return cases;
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** Findings in {@code bad} or {@code good}, lines counted from the first of that file. */
  List<Found> findings(String which) throws IOException {
    boolean context = !"none".equals(settings.getProperty("context"));
    String before = context ? read(FOLDER.resolve("context.jsonl")) : "";
    long skipped = before.lines().count();
    String lines = before + expand(read(folder.resolve(which + ".jsonl")));
    String existing = read(folder.resolve("existing.jsonl"));
    return new Inspection(target())
        .run(bytes(lines), bytes(existing), files(which)).found.stream()
            .filter(found -> found.line() > skipped || found.line() == 0)
            .map(
                found ->
                    new Found(
                        found.line() == 0 ? 0 : found.line() - skipped,
                        found.severity(),
                        found.code(),
                        found.pointer()))
            .toList();
  }

  List<String> expected() throws IOException {
    return read(folder.resolve("expected.txt")).lines().toList();
  }

  void expect(List<Found> findings) throws IOException {
    StringBuilder text = new StringBuilder();
    findings.forEach(found -> text.append(found).append('\n'));
    Files.writeString(folder.resolve("expected.txt"), text);
  }

  private TargetProfile target() {
    TargetProfile.Builder target = TargetProfile.builder();
    settings.forEach(
        (key, value) -> {
          String text = value.toString();
          switch (key.toString()) {
            case "target-version" -> target.version(TargetVersion.parse(text));
            case "max-post-size" -> target.maxPostSize(Integer.parseInt(text));
            case "max-users-per-team" -> target.maxUsersPerTeam(Integer.parseInt(text));
            case "max-channels-per-team" -> target.maxChannelsPerTeam(Integer.parseInt(text));
            case "max-file-size" -> target.maxFileSize(Long.parseLong(text));
            case "password-policy" ->
                target.passwordNeeds(
                    text.contains("lowercase"),
                    text.contains("uppercase"),
                    text.contains("number"),
                    text.contains("symbol"));
            default -> {}
          }
        });
    return target.build();
  }

  private TestFiles files(String which) {
    Map<String, String> files = new TreeMap<>();
    for (String key : settings.stringPropertyNames()) {
      for (String prefix : List.of("file.", which + ".file.")) {
        if (key.startsWith(prefix)) {
          files.put(key.substring(prefix.length()), settings.getProperty(key));
        }
      }
    }
    // The picture of the emoji in the context.
    files.put("data/emoji/anchor.png", "png:8x8");
    return new TestFiles(files.size() > 1 ? files : null);
  }

  private static String expand(String lines) {
    Matcher repeated = REPEATED.matcher(lines);
    return repeated.replaceAll(
        match -> {
          int times = Integer.parseInt(match.group(2));
          return Matcher.quoteReplacement(
              match.group(1).equals("REPLIES") ? replies(times) : match.group(1).repeat(times));
        });
  }

  private static String replies(int count) {
    StringBuilder replies = new StringBuilder("[");
    for (int i = 0; i < count; i++) {
      replies.append(i == 0 ? "" : ",");
      replies.append("{\"user\":\"ben\",\"message\":\"Aye\",\"create_at\":");
      replies.append(1_700_000_000_001L + i).append('}');
    }
    return replies.append(']').toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private static ByteArrayInputStream stream(Path file) throws IOException {
    return new ByteArrayInputStream(bytes(read(file)));
  }

  @Override
  public String toString() {
    return name();
  }
}
