package dev.packhorse.engine.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code packhorse.yml}: settings by name, and a section for each command whose settings are its
 * own. Lists may be written as YAML lists.
 */
public final class SettingsFile {

  /**
   * @param origin file and line, such as {@code packhorse.yml:3}
   */
  record Entry(String text, String origin) {}

  /** No file. */
  public static final SettingsFile NONE = new SettingsFile("");

  private final String name;
  private final Map<String, Entry> entries = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private SettingsFile(String name) {
    this.name = name;
  }

  /**
   * Reads a file; what is wrong with it is in {@link #problems}.
   *
   * @throws IOException if it can't be read at all
   */
  public static SettingsFile read(Path path) throws IOException {
    SettingsFile file = new SettingsFile(path.getFileName().toString());
    try (JsonParser yaml = new YAMLFactory().createParser(Files.readAllBytes(path))) {
      if (yaml.nextToken() == JsonToken.START_OBJECT) {
        file.section(yaml, "");
      } else if (yaml.currentToken() != null) {
        file.problems.add(file.name + " is not a list of 'name: value' lines.");
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      file.problems.add(file.name + ":" + line + " is not YAML: " + firstLine(e) + ".");
    }
    return file;
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("it can't be read");
  }

  private void section(JsonParser yaml, String section) throws IOException {
    List<String> known = known(section);
    while (yaml.nextToken() == JsonToken.FIELD_NAME) {
      String key = yaml.currentName();
      String origin = name + ":" + yaml.currentTokenLocation().getLineNr();
      JsonToken value = yaml.nextToken();
      if (section.isEmpty()
          && value == JsonToken.START_OBJECT
          && Commands.BY_NAME.containsKey(key)) {
        section(yaml, key + ".");
      } else if (!known.contains(key)) {
        problems.add(
            section + key + " (" + origin + ") is not a setting." + NearestName.hint(key, known));
        yaml.skipChildren();
      } else {
        value(yaml, section + key, origin);
      }
    }
  }

  private static List<String> known(String section) {
    List<Setting<?>> settings =
        section.isEmpty()
            ? CommandSettings.ALL
            : Commands.BY_NAME.get(section.substring(0, section.length() - 1));
    List<String> names = new ArrayList<>();
    settings.forEach(setting -> names.add(setting.name()));
    if (section.isEmpty()) {
      names.addAll(Commands.BY_NAME.keySet());
    }
    names.remove(AllSettings.CONFIG.name());
    return names;
  }

  private void value(JsonParser yaml, String key, String origin) throws IOException {
    if (yaml.currentToken() == JsonToken.START_ARRAY) {
      List<String> words = new ArrayList<>();
      while (yaml.nextToken() != JsonToken.END_ARRAY) {
        words.add(yaml.getText());
        yaml.skipChildren();
      }
      put(key, String.join(",", words), origin);
    } else if (yaml.currentToken() == JsonToken.START_OBJECT) {
      problems.add(key + " (" + origin + ") takes a value, not a section.");
      yaml.skipChildren();
    } else if (yaml.currentToken() != JsonToken.VALUE_NULL) {
      put(key, yaml.getText(), origin);
    }
  }

  /** Values are checked whatever command they are for, so that one look finds all problems. */
  private void put(String key, String text, String origin) {
    String setting = key.substring(key.indexOf('.') + 1);
    for (Setting<?> known : CommandSettings.ALL) {
      if (known.name().equals(setting)) {
        String problem = SettingsResolver.problem(known, text, origin);
        if (problem == null) {
          entries.put(key, new Entry(text, origin));
        } else {
          problems.add(problem);
        }
      }
    }
  }

  Entry entry(String command, String setting) {
    Entry own = entries.get(command + "." + setting);
    return own != null ? own : entries.get(setting);
  }

  /** What is wrong with the file, one sentence each. */
  public List<String> problems() {
    return problems;
  }
}
