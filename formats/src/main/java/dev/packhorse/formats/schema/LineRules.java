package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.DefinitionProblem.LINE_PAYLOAD_CRASHES_SERVER;
import static dev.packhorse.formats.schema.DefinitionProblem.LINE_PAYLOAD_MISSING;
import static dev.packhorse.formats.schema.DefinitionProblem.LINE_TYPE_NOT_SUPPORTED_BY_TARGET;

import dev.packhorse.formats.model.Bot;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Channel;
import dev.packhorse.formats.model.DirectChannel;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Emoji;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.model.Role;
import dev.packhorse.formats.model.Scheme;
import dev.packhorse.formats.model.Team;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.model.Version;
import dev.packhorse.formats.problem.Findings;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.Severity;
import java.util.List;

/**
 * The rules that one line can break by itself, for one target. Stateless; many threads may share an
 * instance.
 */
public final class LineRules {
  private final TargetProfile target;
  private final RoleRules roles;
  private final SchemeRules schemes;
  private final EmojiRules emoji;
  private final TeamRules teams;
  private final ChannelRules channels;
  private final UserRules users;
  private final PostRules posts;
  private final DirectChannelRules directChannels;
  private final DirectPostRules directPosts;

  /** Null for the newest targets, which ignore nothing. */
  private final OlderTargets older;

  public LineRules(TargetProfile target) {
    this.target = target;
    roles = new RoleRules(target);
    schemes = new SchemeRules(roles);
    emoji = new EmojiRules(target);
    teams = new TeamRules(target);
    channels = new ChannelRules(target);
    users = new UserRules(target);
    MessageRules messages = new MessageRules(target);
    ThreadRules threads = new ThreadRules(target, messages);
    posts = new PostRules(messages, threads);
    directChannels = new DirectChannelRules(target);
    directPosts = new DirectPostRules(messages, threads);
    older = target.version().atLeast(11, 0) ? null : new OlderTargets(target);
  }

  /**
   * As the other, for a line in which reading has found something. Where it found an error, nothing
   * more is said about the same member: a time that is no number is not also absent.
   */
  public void check(
      RecordType type,
      String typeWord,
      long lineNumber,
      BulkRecord record,
      List<Problem> reading,
      Findings out) {
    check(type, typeWord, lineNumber, record, notYetInError(reading, out));
  }

  private static Findings notYetInError(List<Problem> reading, Findings out) {
    if (reading.isEmpty()) {
      return out;
    }
    return (code, severity, pointer, arguments) -> {
      for (Problem problem : reading) {
        if (problem.severity() == Severity.ERROR && problem.place().pointer().equals(pointer)) {
          return;
        }
      }
      out.report(code, severity, pointer, arguments);
    };
  }

  /**
   * Reports everything that is wrong with a line; a server would name the first only.
   *
   * @param type null if the format knows no such type, which the reader has reported
   * @param typeWord the word that stood in the line's {@code type}; may be null
   * @param lineNumber from 1; the first line must be the version line
   * @param record null if the payload is absent or null
   */
  public void check(
      RecordType type, String typeWord, long lineNumber, BulkRecord record, Findings out) {
    if (lineNumber == 1) {
      VersionRules.first(type, out);
    }
    if (type == null) {
      return;
    }
    if (type == RecordType.VERSION) {
      VersionRules.check((Version) record, lineNumber, out);
    } else if (!isKnown(type)) {
      out.report(LINE_TYPE_NOT_SUPPORTED_BY_TARGET, "/type", type.word(), target.version());
    } else if (record == null) {
      out.report(
          crashes(type) ? LINE_PAYLOAD_CRASHES_SERVER : LINE_PAYLOAD_MISSING,
          "/" + type.word(),
          type.word());
    } else {
      record(record, out);
      if (older != null) {
        older.check(record, out);
      }
    }
  }

  private void record(BulkRecord record, Findings out) {
    if (record instanceof Post post) {
      posts.check(post, out);
    } else if (record instanceof DirectPost post) {
      directPosts.check(post, out);
    } else if (record instanceof User user) {
      users.check(user, out);
    } else if (record instanceof Channel channel) {
      channels.check(channel, out);
    } else if (record instanceof DirectChannel channel) {
      directChannels.check(channel, out);
    } else if (record instanceof Emoji one) {
      emoji.check(one, out);
    } else if (record instanceof Bot bot) {
      BotRules.check(bot, out);
    } else if (record instanceof Team team) {
      teams.check(team, out);
    } else if (record instanceof Role role) {
      roles.check(role, out);
    } else if (record instanceof Scheme scheme) {
      schemes.check(scheme, out);
    }
  }

  private boolean isKnown(RecordType type) {
    return switch (type) {
      case BOT -> target.version().atLeast(10, 3);
      case ROLE -> target.version().atLeast(9, 8);
      default -> true;
    };
  }

  /** V-LINE-07 to V-LINE-11: the server dereferences what is not there. */
  private boolean crashes(RecordType type) {
    return switch (type) {
      case POST, DIRECT_POST -> true;
      case USER, BOT, EMOJI -> target.modern();
      default -> false;
    };
  }
}
