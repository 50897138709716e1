package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.MessageProblem.POST_CREATE_AT_FAR_FUTURE;
import static dev.packhorse.formats.schema.MessageProblem.POST_CREATE_AT_MISSING;
import static dev.packhorse.formats.schema.MessageProblem.POST_CREATE_AT_NEGATIVE;
import static dev.packhorse.formats.schema.MessageProblem.POST_CREATE_AT_SECONDS;
import static dev.packhorse.formats.schema.MessageProblem.POST_CREATE_AT_ZERO;
import static dev.packhorse.formats.schema.MessageProblem.POST_MESSAGE_MISSING;
import static dev.packhorse.formats.schema.MessageProblem.POST_MESSAGE_TOO_LONG;
import static dev.packhorse.formats.schema.MessageProblem.POST_PROPS_TOO_LARGE;
import static dev.packhorse.formats.schema.MessageProblem.POST_TYPE_BURN_ON_READ;
import static dev.packhorse.formats.schema.MessageProblem.POST_TYPE_INVALID;
import static dev.packhorse.formats.schema.MessageProblem.POST_USER_MISSING;
import static dev.packhorse.formats.schema.Pointers.at;

import dev.packhorse.formats.model.RawJson;
import dev.packhorse.formats.problem.Findings;

/**
 * What posts, replies and direct posts have in common: V-POST-03 to V-POST-07 and V-POST-10,
 * V-REPLY-01 to V-REPLY-05 and V-REPLY-07, V-DPOST-04 to V-DPOST-08, A-POST-04, A-POST-06,
 * A-POST-07, A-POST-12, T-11.
 */
final class MessageRules {
  /** A time below it is of 1973 or earlier; in seconds it is of any time up to the year 5138. */
  private static final long LIKE_SECONDS = 100_000_000_000L;

  /** The year 2100. */
  private static final long FAR_FUTURE = 4_102_444_800_000L;

  private final TargetProfile target;
  private final int postSize;
  private final int propsRunes;
  private final boolean types;

  MessageRules(TargetProfile target) {
    this.target = target;
    postSize = target.maxPostSize();
    propsRunes = target.maxPropsRunes();
    types = target.version().atLeast(6, 4);
  }

  void text(String base, int reply, String user, String message, Findings out) {
    if (user == null) {
      out.report(POST_USER_MISSING, at(base, reply, "/user"));
    }
    if (message == null) {
      out.report(POST_MESSAGE_MISSING, at(base, reply, "/message"));
      return;
    }
    if (Texts.runesOver(message, postSize)) {
      int runes = Texts.runes(message);
      out.report(POST_MESSAGE_TOO_LONG, at(base, reply, "/message"), runes, postSize);
    }
    if (message.indexOf('\0') >= 0) {
      out.report(DefinitionProblem.TEXT_NUL, at(base, reply, "/message"));
    }
  }

  void time(String base, int reply, Long createAt, Findings out) {
    if (createAt == null) {
      out.report(POST_CREATE_AT_MISSING, at(base, reply, "/create_at"));
      return;
    }
    long time = createAt;
    if (time >= LIKE_SECONDS && time < FAR_FUTURE) {
      return;
    }
    MessageProblem code =
        time == 0
            ? POST_CREATE_AT_ZERO
            : time < 0
                ? POST_CREATE_AT_NEGATIVE
                : time < LIKE_SECONDS ? POST_CREATE_AT_SECONDS : POST_CREATE_AT_FAR_FUTURE;
    out.report(code, at(base, reply, "/create_at"), time);
  }

  void type(String base, int reply, String type, Findings out) {
    if (type == null || type.isEmpty() || !types || type.startsWith("custom_")) {
      return;
    }
    if (!WordLists.POST_TYPES.contains(type)) {
      out.report(POST_TYPE_INVALID, at(base, reply, "/type"), type);
    } else if (type.equals("burn_on_read") && target.modern()) {
      out.report(POST_TYPE_BURN_ON_READ, at(base, reply, "/type"));
    }
  }

  void props(String base, int reply, RawJson props, Findings out) {
    if (props == null || props.length() <= 2) {
      return;
    }
    if (JsonText.mayExceed(props, propsRunes)) {
      int runes = JsonText.storedRunes(props);
      if (runes > propsRunes) {
        out.report(POST_PROPS_TOO_LARGE, at(base, reply, "/props"), runes, propsRunes);
      }
    }
    if (JsonText.hasNul(props)) {
      out.report(DefinitionProblem.TEXT_NUL, at(base, reply, "/props"));
    }
  }
}
