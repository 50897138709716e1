package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.MessageProblem.DIRECT_CHANNEL_FAVORITER_UNKNOWN;
import static dev.packhorse.formats.schema.MessageProblem.DIRECT_CHANNEL_HEADER_TOO_LONG;
import static dev.packhorse.formats.schema.MessageProblem.DIRECT_CHANNEL_MEMBERS_MISSING;
import static dev.packhorse.formats.schema.MessageProblem.DIRECT_CHANNEL_MEMBERS_TOO_FEW;
import static dev.packhorse.formats.schema.MessageProblem.DIRECT_CHANNEL_MEMBERS_TOO_MANY;
import static dev.packhorse.formats.schema.MessageProblem.DIRECT_CHANNEL_MEMBER_REPEATED;
import static dev.packhorse.formats.schema.MessageProblem.DIRECT_CHANNEL_VIEWER_UNKNOWN;

import dev.packhorse.formats.model.DirectChannel;
import dev.packhorse.formats.model.Participant;
import dev.packhorse.formats.problem.Findings;
import java.util.ArrayList;
import java.util.List;

/** V-DCHAN-01 to V-DCHAN-07, A-DCHAN-03, A-DCHAN-05, T-18, T-24. */
final class DirectChannelRules {
  private static final String MEMBERS = "/direct_channel/members";
  private static final String PARTICIPANTS = "/direct_channel/participants";

  private static final int MOST = 8;

  private final boolean participantsKnown;
  private final ParticipantRules participants;

  DirectChannelRules(TargetProfile target) {
    participantsKnown = target.version().atLeast(10, 1);
    participants = new ParticipantRules(target);
  }

  void check(DirectChannel channel, Findings out) {
    boolean byParticipants = participantsKnown && channel.participants() != null;
    List<String> names = names(channel, byParticipants);
    if (names == null) {
      out.report(DIRECT_CHANNEL_MEMBERS_MISSING, MEMBERS);
    } else {
      count(names, byParticipants ? PARTICIPANTS : MEMBERS, out);
      favoriters(channel, names, out);
    }
    if (byParticipants) {
      participants.check(channel.participants(), out);
    }
    if (participantsKnown && names != null) {
      viewers(channel.shownBy(), names, out);
    }
    Check.runes(
        channel.header(), 1024, DIRECT_CHANNEL_HEADER_TOO_LONG, out, "/direct_channel/header");
    Check.nul(channel.header(), out, "/direct_channel/header");
  }

  /** The members that count: participants win over members; null if there are neither. */
  static List<String> names(DirectChannel channel, boolean byParticipants) {
    if (!byParticipants) {
      return channel.members();
    }
    List<String> names = new ArrayList<>(channel.participants().size());
    for (Participant participant : channel.participants()) {
      names.add(participant.username());
    }
    return names;
  }

  private static void count(List<String> names, String pointer, Findings out) {
    if (names.size() < 2) {
      out.report(DIRECT_CHANNEL_MEMBERS_TOO_FEW, pointer, names.size());
    } else if (names.size() > MOST) {
      out.report(DIRECT_CHANNEL_MEMBERS_TOO_MANY, pointer, names.size());
    } else {
      distinct(names, pointer, out);
    }
  }

  /** T-24: two equal names are a conversation with oneself, in a group no name comes twice. */
  static void distinct(List<String> names, String pointer, Findings out) {
    if (names.size() == 2) {
      return;
    }
    for (int i = 1; i < names.size(); i++) {
      String name = names.get(i);
      if (name != null && names.indexOf(name) < i) {
        out.report(DIRECT_CHANNEL_MEMBER_REPEATED, pointer + "/" + i, name);
      }
    }
  }

  private void favoriters(DirectChannel channel, List<String> names, Findings out) {
    List<String> favoriters = channel.favoritedBy();
    List<String> members = channel.members();
    if (names.size() > MOST || members != null && members.size() > MOST) {
      // Of a list that is too long anyway nothing more is told.
      return;
    }
    for (int i = 0; favoriters != null && i < favoriters.size(); i++) {
      String name = favoriters.get(i);
      boolean member = members != null && members.contains(name);
      if (!member && !names.contains(name)) {
        out.report(DIRECT_CHANNEL_FAVORITER_UNKNOWN, "/direct_channel/favorited_by/" + i, name);
      }
    }
  }

  private static void viewers(List<String> viewers, List<String> names, Findings out) {
    if (viewers == null || names.size() > MOST) {
      return;
    }
    for (int i = 0; i < viewers.size(); i++) {
      String name = Texts.fold(viewers.get(i));
      boolean member = false;
      for (String other : names) {
        member |= other != null && Texts.fold(other).equals(name);
      }
      if (!member) {
        out.report(DIRECT_CHANNEL_VIEWER_UNKNOWN, "/direct_channel/shown_by/" + i, viewers.get(i));
      }
    }
  }
}
