package dev.packhorse.connectors.server.testing.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The payload of one line, or an object inside it. Go turns no value into one of another type; what
 * has the wrong one can't be decoded.
 */
record Line(long number, String type, JsonNode payload) {

  JobError invalid(String text) {
    return JobError.at(number, text);
  }

  private JobError decode(String name) {
    return invalid("JSON decode of line failed., json: cannot unmarshal into field " + name);
  }

  private boolean absent(String name) {
    return payload.path(name).isMissingNode() || payload.path(name).isNull();
  }

  String needed(String name) throws JobError {
    String value = text(name, null);
    if (value == null || value.isEmpty() && !name.equals("message")) {
      throw invalid("Missing required " + type + " property: " + name + ".");
    }
    return value;
  }

  String text(String name, String otherwise) throws JobError {
    if (absent(name)) {
      return otherwise;
    }
    if (!payload.path(name).isTextual()) {
      throw decode(name);
    }
    return payload.path(name).asText();
  }

  long number(String name, long otherwise) throws JobError {
    if (absent(name)) {
      return otherwise;
    }
    JsonNode value = payload.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw decode(name);
    }
    return value.asLong();
  }

  boolean flag(String name, boolean otherwise) throws JobError {
    if (absent(name)) {
      return otherwise;
    }
    if (!payload.path(name).isBoolean()) {
      throw decode(name);
    }
    return payload.path(name).asBoolean();
  }

  /** Objects inside the payload; none if the member is absent. */
  List<Line> objects(String name) throws JobError {
    List<Line> objects = new ArrayList<>();
    for (JsonNode element : array(name)) {
      if (!element.isObject()) {
        throw decode(name);
      }
      objects.add(new Line(number, type, element));
    }
    return objects;
  }

  List<String> texts(String name) throws JobError {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(name)) {
      if (!element.isTextual()) {
        throw decode(name);
      }
      texts.add(element.asText());
    }
    return texts;
  }

  private Iterable<JsonNode> array(String name) throws JobError {
    if (absent(name)) {
      return List.of();
    }
    if (!payload.path(name).isArray()) {
      throw decode(name);
    }
    return payload.path(name);
  }
}
