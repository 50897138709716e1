package dev.packhorse.engine.batch;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A bulk file of made-up chat: most of it good, some lines in error, some to be repaired. The same
 * seed gives the same file.
 */
final class Chatter {
  private static final String[] WORDS =
      "the build broke again on main café 測試 🚀 who wants lunch deploy ticket review done"
          .split(" ");

  private Chatter() {}

  static Path write(Path file, int posts, long seed) throws IOException {
    Random random = new Random(seed);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"type\":\"version\",\"version\":1}\n");
      out.write(
          "{\"type\":\"team\",\"team\":{\"name\":\"crew\",\"display_name\":\"Crew\",\"type\":\"O\"}}\n");
      out.write(
          "{\"type\":\"channel\",\"channel\":{\"team\":\"crew\",\"name\":\"deck\",\"display_name\":\"Deck\","
              + "\"type\":\"O\"}}\n");
      for (int i = 0; i < 20; i++) {
        out.write(
            "{\"type\":\"user\",\"user\":{\"username\":\"sailor"
                + i
                + "\",\"email\":\"sailor"
                + i
                + "@example.org\",\"teams\":[{\"name\":\"crew\",\"channels\":[{\"name\":\"deck\"}]}]}}\n");
      }
      for (int i = 0; i < posts; i++) {
        out.write(post(i, random));
      }
    }
    return file;
  }

  private static String post(int number, Random random) {
    long time = 1_600_000_000_000L + number * 1000L;
    // One in 500 names somebody unknown; one in 300 writes a known name in capitals.
    String user = "sailor" + random.nextInt(20);
    if (random.nextInt(500) == 0) {
      user = "stowaway";
    } else if (random.nextInt(300) == 0) {
      user = "SAILOR1";
    }
    StringBuilder line = new StringBuilder();
    line.append("{\"type\":\"post\",\"post\":{\"team\":\"crew\",\"channel\":\"deck\",\"user\":\"");
    line.append(user).append("\",\"message\":\"").append(words(random, 4 + random.nextInt(60)));
    line.append("\",\"create_at\":").append(time).append(",\"reactions\":[");
    if (random.nextInt(3) == 0) {
      line.append("{\"user\":\"sailor2\",\"create_at\":").append(time + 5);
      line.append(",\"emoji_name\":\"+1\"}");
    }
    line.append("],\"replies\":");
    int replies = random.nextInt(4) == 0 ? random.nextInt(4) : 0;
    line.append(replies == 0 ? "null" : "[");
    for (int i = 0; i < replies; i++) {
      line.append(i == 0 ? "" : ",").append("{\"user\":\"sailor3\",\"message\":\"");
      line.append(words(random, 5)).append("\",\"create_at\":").append(time + 10 + i).append('}');
    }
    return line.append(replies == 0 ? "" : "]").append("}}\n").toString();
  }

  private static String words(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }
}
