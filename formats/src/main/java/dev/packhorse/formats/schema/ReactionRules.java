package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.MessageProblem.REACTION_CREATE_AT_BEFORE_MESSAGE;
import static dev.packhorse.formats.schema.MessageProblem.REACTION_CREATE_AT_BEFORE_ROOT;
import static dev.packhorse.formats.schema.MessageProblem.REACTION_CREATE_AT_MISSING;
import static dev.packhorse.formats.schema.MessageProblem.REACTION_CREATE_AT_ZERO;
import static dev.packhorse.formats.schema.MessageProblem.REACTION_EMOJI_NAME_INVALID;
import static dev.packhorse.formats.schema.MessageProblem.REACTION_EMOJI_NAME_MISSING;
import static dev.packhorse.formats.schema.MessageProblem.REACTION_EMOJI_NAME_TOO_LONG;
import static dev.packhorse.formats.schema.MessageProblem.REACTION_REPEATED;
import static dev.packhorse.formats.schema.MessageProblem.REACTION_USER_MISSING;

import dev.packhorse.formats.model.Reaction;
import dev.packhorse.formats.problem.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** V-REACT-01 to V-REACT-06, A-POST-09, A-REPLY-02. */
final class ReactionRules {
  /** Up to here every pair is compared, which allocates nothing. */
  private static final int FEW = 24;

  private ReactionRules() {}

  /**
   * @param createAt time of the message they are on; null if it has none
   * @param movedTo time to which the server moves the message, or null if it stays
   */
  static void check(
      String base, int reply, List<Reaction> reactions, Long createAt, Long movedTo, Findings out) {
    if (reactions == null || reactions.isEmpty()) {
      return;
    }
    Set<String> seen = reactions.size() > FEW ? new HashSet<>() : null;
    for (int i = 0; i < reactions.size(); i++) {
      Reaction reaction = reactions.get(i);
      if (reaction.user() == null) {
        out.report(REACTION_USER_MISSING, at(base, reply, i, "/user"));
      }
      emoji(base, reply, i, reaction.emojiName(), out);
      time(base, reply, i, reaction.createAt(), createAt, movedTo, out);
      if (repeated(reactions, i, seen)) {
        out.report(
            REACTION_REPEATED, at(base, reply, i, ""), reaction.user(), reaction.emojiName());
      }
    }
  }

  private static void emoji(String base, int reply, int i, String name, Findings out) {
    if (name == null) {
      out.report(REACTION_EMOJI_NAME_MISSING, at(base, reply, i, "/emoji_name"));
    } else if (Names.isEmoji(name)) {
      return;
    } else if (Texts.runesOver(name, 64)) {
      String pointer = at(base, reply, i, "/emoji_name");
      out.report(REACTION_EMOJI_NAME_TOO_LONG, pointer, Texts.runes(name), 64);
    } else {
      out.report(REACTION_EMOJI_NAME_INVALID, at(base, reply, i, "/emoji_name"), name);
    }
  }

  private static void time(
      String base, int reply, int i, Long time, Long createAt, Long movedTo, Findings out) {
    if (time == null) {
      out.report(REACTION_CREATE_AT_MISSING, at(base, reply, i, "/create_at"));
    } else if (time == 0) {
      out.report(REACTION_CREATE_AT_ZERO, at(base, reply, i, "/create_at"));
    } else if (createAt != null && time < createAt) {
      String pointer = at(base, reply, i, "/create_at");
      out.report(REACTION_CREATE_AT_BEFORE_MESSAGE, pointer, time, createAt);
    } else if (movedTo != null && time < movedTo) {
      String pointer = at(base, reply, i, "/create_at");
      out.report(REACTION_CREATE_AT_BEFORE_ROOT, pointer, time, movedTo);
    }
  }

  private static boolean repeated(List<Reaction> reactions, int i, Set<String> seen) {
    Reaction reaction = reactions.get(i);
    if (reaction.user() == null || reaction.emojiName() == null) {
      return false;
    }
    if (seen != null) {
      // No username and no emoji name holds a NUL that gets here.
      return !seen.add(reaction.user() + '\0' + reaction.emojiName());
    }
    for (int k = 0; k < i; k++) {
      if (reaction.emojiName().equals(reactions.get(k).emojiName())
          && reaction.user().equals(reactions.get(k).user())) {
        return true;
      }
    }
    return false;
  }

  private static String at(String base, int reply, int i, String member) {
    return Pointers.at(base, reply, "/reactions", i, member);
  }
}
