package dev.packhorse.connectors.database.rows;

import dev.packhorse.formats.model.RawJson;
import java.util.Arrays;

/** The props of a message, which are kept as they stand. */
final class Props {
  private static final RawJson EMPTY = RawJson.of("{}");

  private Props() {}

  static RawJson of(Message message, Notes notes) {
    RawJson props = Json.object(message.row, PostRows.PROPS);
    if (props == null) {
      notes.add(DataProblem.JSON_INVALID, "Posts", message.id(), "Props");
      return EMPTY;
    }
    return withoutNul(props, message, notes);
  }

  /** An escaped NUL can't get into PostgreSQL; an escaped backslash before u0000 is no NUL. */
  private static RawJson withoutNul(RawJson props, Message message, Notes notes) {
    byte[] changed = null;
    for (int i = 0; i < props.length() - 1; i++) {
      if (props.byteAt(i) != '\\') {
        continue;
      }
      if (props.byteAt(i + 1) == 'u' && zeros(props, i + 2)) {
        if (changed == null) {
          changed = new byte[props.length()];
          props.copyTo(changed, 0);
        }
        Arrays.fill(changed, i + 2, i + 5, (byte) 'f');
        changed[i + 5] = 'd';
      }
      i++; // what is escaped
    }
    if (changed == null) {
      return props;
    }
    notes.add(DataProblem.TEXT_NUL, "Posts", message.id(), "Props");
    return RawJson.copyOf(changed, 0, changed.length);
  }

  private static boolean zeros(RawJson props, int from) {
    for (int i = from; i < from + 4; i++) {
      if (i >= props.length() || props.byteAt(i) != '0') {
        return false;
      }
    }
    return true;
  }
}
