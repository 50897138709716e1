package dev.packhorse.formats.schema;

import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.ThreadFollower;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is said once for a whole file, with a count and the first place: T-03, T-05, T-07, T-30,
 * T-31.
 */
final class FileNotes {
  /** More names than this are no emoji but an attack on our memory. */
  private static final int MOST_EMOJI = 100_000;

  private final Set<String> systemEmoji;
  private final boolean followersKnown;
  private final Map<String, Note> emoji = new LinkedHashMap<>();
  private final Note systemMessages = new Note();
  private final Note threads = new Note();
  private final Note archived = new Note();
  private final Note memberships = new Note();
  private boolean followers;

  private static final class Note {
    private Place first;
    private long count;

    void add(Line line, String pointer) {
      if (count++ == 0) {
        first = line.place(pointer);
      }
    }
  }

  FileNotes(TargetProfile target) {
    systemEmoji = WordLists.systemEmoji(target);
    followersKnown = target.version().atLeast(10, 1);
  }

  boolean isSystemEmoji(String name) {
    return systemEmoji.contains(name);
  }

  void emojiUsed(String name, Line line, String pointer) {
    if (isSystemEmoji(name)) {
      return;
    }
    Note note = emoji.get(name);
    if (note == null) {
      if (emoji.size() == MOST_EMOJI || !Names.isEmoji(name)) {
        return;
      }
      note = new Note();
      emoji.put(name, note);
    }
    note.add(line, pointer);
  }

  void message(String type, List<Reply> replies, List<ThreadFollower> follow, Line line) {
    if (type != null && type.startsWith("system_")) {
      systemMessages.add(line, "");
    }
    boolean thread = replies != null && !replies.isEmpty();
    followers |= follow != null && !follow.isEmpty();
    if (thread && !followers) {
      threads.add(line, "");
    }
  }

  void channelArchived(Line line) {
    archived.add(line, "/channel/deleted_at");
  }

  void membershipsRewritten(Line line) {
    memberships.add(line, "/user/teams");
  }

  void finish(Definitions known, Consumer<Problem> late) {
    emoji.forEach(
        (name, note) -> {
          Definition defined = known.emoji.get(name);
          if (defined == null || !defined.exists()) {
            late.accept(Problem.of(AccountProblem.EMOJI_UNDEFINED, note.first, name, note.count));
          }
        });
    tell(DefinitionProblem.CHANNEL_ARCHIVED_BY_FILE, archived, late);
    tell(AccountProblem.MEMBERSHIP_REWRITTEN, memberships, late);
    if (followersKnown && !followers) {
      tell(MessageProblem.THREAD_FOLLOWERS_NONE, threads, late);
    }
    tell(MessageProblem.POST_TYPE_SYSTEM, systemMessages, late);
  }

  private static void tell(ProblemCode code, Note note, Consumer<Problem> late) {
    if (note.count > 0) {
      late.accept(Problem.of(code, note.first, note.count));
    }
  }
}
