package dev.packhorse.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Word lists of the generator, from {@code words.txt}: a name and a colon, then its words. */
final class Vocabulary {
  private static final Map<String, String[]> LISTS = load();

  private Vocabulary() {}

  /** The words of a list; not to be written to. */
  static String[] list(String name) {
    String[] words = LISTS.get(name);
    if (words == null) {
      throw new IllegalArgumentException("no words for " + name);
    }
    return words;
  }

  private static Map<String, String[]> load() {
    try (InputStream in = Vocabulary.class.getResourceAsStream("words.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String[]> lists = new HashMap<>();
      for (String paragraph : text.strip().split("\\R\\R+")) {
        int colon = paragraph.indexOf(':');
        String words = paragraph.substring(colon + 1).strip();
        lists.put(paragraph.substring(0, colon), words.split("\\s+"));
      }
      return lists;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
