package dev.packhorse.connectors.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A chat as bulk lines and files: several batches long, the same for the same seed. */
final class BulkText {
  private static final int POSTS = 1_500;
  private static final long BEGIN = 1_600_000_000_000L;

  private BulkText() {}

  /** Lines without line ends; the types come in the order in which a server wants them. */
  static List<String> lines(long seed) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    lines.add("{\"type\":\"version\",\"version\":1}");
    lines.add(
        "{\"type\":\"team\",\"team\":{\"name\":\"crew\",\"display_name\":\"Crew\",\"type\":\"O\"}}");
    for (int i = 0; i < 20; i++) {
      lines.add(
          "{\"type\":\"channel\",\"channel\":{\"team\":\"crew\",\"name\":\"deck-%d\",\"display_name\":\"Deck\",\"type\":\"O\"}}"
              .formatted(i));
    }
    for (int i = 0; i < 200; i++) {
      lines.add(
          "{\"type\":\"user\",\"user\":{\"username\":\"sailor%d\",\"email\":\"sailor%d@example.org\",\"teams\":[{\"name\":\"crew\"}]}}"
              .formatted(i, i));
    }
    for (int i = 0; i < POSTS; i++) {
      lines.add(post(i, random));
    }
    lines.add(
        "{\"type\":\"direct_channel\",\"direct_channel\":{\"members\":[\"sailor1\",\"sailor2\"]}}");
    lines.add(
        "{\"type\":\"direct_post\",\"direct_post\":{\"channel_members\":[\"sailor1\",\"sailor2\"],\"user\":\"sailor1\",\"message\":\"ahoy\",\"create_at\":%d}}"
            .formatted(BEGIN));
    return lines;
  }

  private static String post(int number, Random random) {
    // A few messages of batch size, so that a batch may be a single line.
    int length = number % 500 == 250 ? 300_000 : random.nextInt(300);
    return "{\"type\":\"post\",\"post\":{\"team\":\"crew\",\"channel\":\"deck-%d\",\"user\":\"sailor%d\",\"message\":\"%s\",\"create_at\":%d}}"
        .formatted(
            random.nextInt(20), random.nextInt(200), text(length, random), BEGIN + number * 1000L);
  }

  private static String text(int length, Random random) {
    String letters = "abc dé 測🚀";
    StringBuilder text = new StringBuilder(length + 8).append("say ");
    for (int i = 0; i < length; i++) {
      int at = random.nextInt(letters.codePointCount(0, letters.length()));
      text.appendCodePoint(letters.codePointAt(letters.offsetByCodePoints(0, at)));
    }
    return text.toString();
  }

  static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Files beside the records, by name from the root. */
  static Map<String, byte[]> sidecar() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("packhorse/webhooks.jsonl", "{}\n".getBytes(StandardCharsets.UTF_8));
    files.put("packhorse/deep/empty", new byte[0]);
    return files;
  }

  /** Files by path as records name them, in the order of names. */
  static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    Random random = new Random(5);
    byte[] large = new byte[200_000];
    random.nextBytes(large);
    files.put("20200913/teams/x/large.bin", large);
    files.put("20200913/teams/x/ünïcode naïve.txt", "ahoy".getBytes(StandardCharsets.UTF_8));
    files.put("emoji/parrot/image", new byte[] {1, 2, 3});
    files.put("empty", new byte[0]);
    return files;
  }
}
