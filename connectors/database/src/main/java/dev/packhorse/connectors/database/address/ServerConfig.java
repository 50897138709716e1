package dev.packhorse.connectors.database.address;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The settings of a server as it sees them: variables of the environment stand above the document.
 * Names are compared without regard to case, as the server's decoder does.
 */
final class ServerConfig {
  private final String name;
  private final Map<String, String> environment;
  private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Set<String> overridden = new TreeSet<>();

  private ServerConfig(String name, Map<String, String> environment) {
    this.name = name;
    this.environment = environment;
  }

  /**
   * @param name of the document, for messages
   * @param json the document, in UTF-8
   * @throws ProblemException {@code installation.config.not-json}
   */
  static ServerConfig parse(String name, byte[] json, Map<String, String> environment) {
    ServerConfig config = new ServerConfig(name, environment);
    JsonFactory factory =
        // Else a message would quote the text around a fault, which may be a password.
        JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();
    try (JsonParser parser = factory.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw InstallationProblem.NOT_JSON.thrown(name, 1);
      }
      config.object(parser, "");
      return config;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw InstallationProblem.NOT_JSON.thrown(name, line);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
  }

  private void object(JsonParser parser, String above) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String path = above + parser.currentName();
      switch (parser.nextToken()) {
        case START_OBJECT -> object(parser, path + ".");
        case START_ARRAY -> array(parser, path);
        case VALUE_NULL -> {}
        default -> values.put(path, List.of(parser.getText()));
      }
    }
  }

  /** Arrays of texts; of others nothing is of use here. */
  private void array(JsonParser parser, String path) throws IOException {
    List<String> texts = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      if (t.isScalarValue()) {
        texts.add(parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    values.put(path, texts);
  }

  String name() {
    return name;
  }

  /**
   * A setting, such as {@code SqlSettings.DataSource}.
   *
   * @return without blanks around it; the fallback if it is not set or empty
   * @throws ProblemException {@code installation.config.masked} if somebody took the secret out
   */
  String text(String setting, String fallback) {
    String variable = variable(setting);
    String given = environment.get(variable);
    if (given != null) {
      overridden.add(variable);
    }
    List<String> written = values.getOrDefault(setting, List.of());
    String value = given != null ? given : written.isEmpty() ? "" : written.get(0);
    if (value.matches("\\*{8,}")) {
      throw InstallationProblem.MASKED.thrown(name, setting);
    }
    return value.isBlank() ? fallback : value.strip();
  }

  boolean flag(String setting, boolean fallback) {
    String value = text(setting, Boolean.toString(fallback)).toLowerCase(Locale.ROOT);
    return switch (value) {
      case "true", "t", "1" -> true;
      case "false", "f", "0" -> false;
      default -> fallback;
    };
  }

  long number(String setting, long fallback) {
    String value = text(setting, "");
    return value.matches("-?\\d{1,18}") ? Long.parseLong(value) : fallback;
  }

  /** A list; in the environment its texts stand with blanks between them, or as a JSON array. */
  List<String> list(String setting) {
    String variable = variable(setting);
    String given = environment.get(variable);
    if (given == null) {
      return values.getOrDefault(setting, List.of());
    }
    overridden.add(variable);
    if (given.strip().startsWith("[")) {
      byte[] json = ("{\"list\":" + given + "}").getBytes(StandardCharsets.UTF_8);
      return parse(variable, json, Map.of()).values.getOrDefault("list", List.of());
    }
    return given.isBlank() ? List.of() : List.of(given.strip().split("\\s+"));
  }

  private static String variable(String setting) {
    return "MM_" + setting.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** Names of the variables that were asked for and found. */
  Set<String> overridden() {
    return overridden;
  }
}
