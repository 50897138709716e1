package dev.packhorse.engine.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Layout;
import dev.packhorse.formats.model.RawJson;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The hand-written reference pages name what the program has, no more and no less. */
class ReferencePagesTest {

  @Test
  void thePageOfExitCodesNamesThoseThatTheProgramReturns() throws IllegalAccessException {
    Set<Integer> returned = new TreeSet<>();
    for (Field code : ExitCode.class.getFields()) {
      returned.add(code.getInt(null));
    }
    Set<Integer> described = new TreeSet<>();
    Pattern.compile("(?m)^\\| `(\\d+)` \\|")
        .matcher(Pages.text(Pages.DOCS.resolve("reference/exit-codes.md")))
        .results()
        .forEach(row -> described.add(Integer.valueOf(row.group(1))));
    assertThat(described).isEqualTo(returned);
  }

  @Test
  void theExamplesOfJsonOutputAreJsonOfTheTypeTheyStandUnder() throws IOException {
    String page = Pages.text(Pages.DOCS.resolve("reference/json-output.md"));
    Map<String, Integer> examples = new TreeMap<>();
    for (String section : page.split("(?m)^## ")) {
      String title = section.lines().findFirst().orElse("");
      for (var block :
          Pattern.compile("(?ms)^```json\\n(.*?)^```$").matcher(section).results().toList()) {
        for (String line : block.group(1).lines().toList()) {
          assertThat(title).contains("`" + messageType(line) + "`");
          examples.merge(messageType(line), 1, Integer::sum);
        }
      }
    }
    assertThat(examples)
        .containsOnlyKeys("error", "identity", "job", "problem", "status", "summary");
  }

  /** The message_type of one object, which must be all that the text holds. */
  private static String messageType(String json) throws IOException {
    String type = null;
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("message_type")) {
          type = parser.getText();
        }
        parser.skipChildren();
      }
      assertThat(parser.nextToken()).isNull();
    }
    return type;
  }

  @Test
  void thePageOfFormatsNamesEveryFieldOfEveryRecord() {
    String page = Pages.text(Pages.DOCS.resolve("reference/formats.md"));
    List<String> missing = new ArrayList<>();
    for (Class<?> type : BulkRecord.class.getPermittedSubclasses()) {
      fields(type, missing, page, new TreeSet<>());
    }
    assertThat(missing).isEmpty();
  }

  private static void fields(Class<?> type, List<String> missing, String page, Set<String> seen) {
    if (!seen.add(type.getName())) {
      return;
    }
    String heading = "### " + snake(type.getSimpleName());
    int start = page.indexOf(heading + "\n");
    if (start < 0) {
      missing.add(heading);
      return;
    }
    int end = page.indexOf("\n##", start + 3);
    String section = page.substring(start, end < 0 ? page.length() : end);
    for (RecordComponent field : type.getRecordComponents()) {
      if (field.getType() != Layout.class
          && !section.contains("\n| `" + snake(field.getName()) + "` |")) {
        missing.add(heading + ": " + snake(field.getName()));
      }
      Class<?> part = part(field.getGenericType());
      if (part.isRecord()) {
        fields(part, missing, page, seen);
      }
    }
  }

  private static Class<?> part(Type type) {
    Type of = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
    return of instanceof Class<?> found && found != RawJson.class ? found : Object.class;
  }

  private static String snake(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
  }
}
