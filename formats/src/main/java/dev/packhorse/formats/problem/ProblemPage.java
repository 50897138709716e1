package dev.packhorse.formats.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One page of the catalogue: a head of {@code name: value} lines between two lines of three
 * hyphens, then Markdown for {@code packhorse explain}.
 *
 * <p>Names of the head: {@code code}, {@code severity}, {@code rules} (ids of the bulk format
 * reference, comma-separated; may be missing), {@code server} (keys the Mattermost server raises,
 * comma-separated; may be missing), {@code message}, {@code hint} (may be missing).
 */
public final class ProblemPage {
  private final Map<String, String> head;
  private final String body;

  private ProblemPage(Map<String, String> head, String body) {
    this.head = head;
    this.body = body;
  }

  /**
   * @throws IllegalArgumentException if the text has no head, or the head no code, severity or
   *     message
   */
  public static ProblemPage parse(String text) {
    String[] parts = text.split("(?m)^---\\R", 3);
    if (parts.length != 3 || !parts[0].isEmpty()) {
      throw new IllegalArgumentException(
          "a problem page begins with a head between two '---' lines");
    }
    Map<String, String> head = new LinkedHashMap<>();
    for (String line : parts[1].split("\\R")) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException("not a 'name: value' line: " + line);
      }
      head.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    for (String name : List.of("code", "severity", "message")) {
      if (head.getOrDefault(name, "").isEmpty()) {
        throw new IllegalArgumentException("the head has no " + name);
      }
    }
    return new ProblemPage(head, parts[2].strip());
  }

  public String code() {
    return head.get("code");
  }

  public Severity severity() {
    return Severity.valueOf(head.get("severity").toUpperCase(Locale.ROOT));
  }

  /** Rule ids of the bulk format reference that this code stands for, such as V-POST-05. */
  public List<String> rules() {
    return list("rules");
  }

  /** Keys under which the Mattermost server reports the same, such as {@code app.import.…}. */
  public List<String> serverKeys() {
    return list("server");
  }

  public String message(List<String> arguments) {
    return fill(head.get("message"), arguments);
  }

  public String hint(List<String> arguments) {
    return fill(head.getOrDefault("hint", ""), arguments);
  }

  /** The text for people, in Markdown, without the head. */
  public String body() {
    return body;
  }

  private List<String> list(String name) {
    String value = head.getOrDefault(name, "");
    return value.isEmpty() ? List.of() : List.of(value.split("\\s*,\\s*"));
  }

  private static String fill(String template, List<String> arguments) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', open + 1)) {
      int close = template.indexOf('}', open);
      if (close == open + 2 && Character.isDigit(template.charAt(open + 1))) {
        int index = template.charAt(open + 1) - '0';
        text.append(template, from, open);
        text.append(index < arguments.size() ? arguments.get(index) : "");
        from = close + 1;
      }
    }
    return text.append(template, from, template.length()).toString();
  }
}
