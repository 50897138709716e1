package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.MessageProblem.DIRECT_CHANNEL_NOTIFY_PROPS_INVALID;
import static dev.packhorse.formats.schema.MessageProblem.DIRECT_CHANNEL_PARTICIPANT_NAMELESS;
import static dev.packhorse.formats.schema.MessageProblem.DIRECT_CHANNEL_PARTICIPANT_NO_ROLE;

import dev.packhorse.formats.model.ChannelNotifyProps;
import dev.packhorse.formats.model.Participant;
import dev.packhorse.formats.problem.Findings;
import java.util.List;

/** A-DCHAN-03, A-DCHAN-05, T-18: members of a direct channel with their state. */
final class ParticipantRules {
  private static final String[] LEVELS = {"default", "all", "mention", "none"};
  private static final String[] UNREAD = {"all", "mention"};
  private static final String[] EMAIL = {"default", "true", "false"};
  private static final String[] IGNORE = {"default", "on", "off"};
  private static final String[] FOLLOW = {"on", "off"};

  private final boolean flagsNeeded;

  ParticipantRules(TargetProfile target) {
    // Since 11.9 a member without a flag gets the usual role.
    flagsNeeded = !target.version().atLeast(11, 9);
  }

  void check(List<Participant> participants, Findings out) {
    for (int i = 0; i < participants.size(); i++) {
      Participant participant = participants.get(i);
      if (Texts.isEmpty(participant.username())) {
        out.report(DIRECT_CHANNEL_PARTICIPANT_NAMELESS, at(i, "/username"));
      }
      if (flagsNeeded
          && !isSet(participant.schemeUser())
          && !isSet(participant.schemeAdmin())
          && !isSet(participant.schemeGuest())) {
        String name = RoleRules.shown(participant.username());
        out.report(DIRECT_CHANNEL_PARTICIPANT_NO_ROLE, at(i, ""), name);
      }
      if (participant.notifyProps() != null) {
        notifyProps(participant.notifyProps(), i, out);
      }
    }
  }

  private static void notifyProps(ChannelNotifyProps props, int i, Findings out) {
    word(props.desktop(), LEVELS, i, "desktop", out);
    word(props.mobile(), LEVELS, i, "mobile", out);
    word(props.markUnread(), UNREAD, i, "mark_unread", out);
    word(props.email(), EMAIL, i, "email", out);
    word(props.ignoreChannelMentions(), IGNORE, i, "ignore_channel_mentions", out);
    word(props.channelAutoFollowThreads(), FOLLOW, i, "channel_auto_follow_threads", out);
  }

  private static void word(String value, String[] words, int i, String member, Findings out) {
    if (!Check.isOneOf(value, words)) {
      out.report(
          DIRECT_CHANNEL_NOTIFY_PROPS_INVALID,
          at(i, "/notify_props/" + member),
          value,
          member,
          String.join(", ", words));
    }
  }

  private static boolean isSet(Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  private static String at(int i, String member) {
    return "/direct_channel/participants/" + i + member;
  }
}
