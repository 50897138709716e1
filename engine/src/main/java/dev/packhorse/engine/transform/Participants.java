package dev.packhorse.engine.transform;

import dev.packhorse.formats.model.DirectChannel;
import dev.packhorse.formats.model.Participant;
import dev.packhorse.formats.problem.Findings;
import java.util.List;

/** Gives members of direct channels the role without which they would have none (T-18). */
final class Participants {

  DirectChannel mend(DirectChannel channel, Findings out) {
    Changes changes = new Changes(out);
    List<Participant> participants =
        changes.each(
            channel.participants(),
            "/direct_channel/participants",
            (participant, at) -> {
              if (hasRole(participant)) {
                return participant;
              }
              changes.report(Repair.SCHEME_ROLE_ADDED, at, participant.username());
              return Copies.withSchemeUser(participant);
            });
    return participants == channel.participants()
        ? channel
        : new DirectChannel(
            channel.members(),
            participants,
            channel.favoritedBy(),
            channel.shownBy(),
            channel.header(),
            channel.layout());
  }

  private static boolean hasRole(Participant p) {
    return Boolean.TRUE.equals(p.schemeUser())
        || Boolean.TRUE.equals(p.schemeGuest())
        || Boolean.TRUE.equals(p.schemeAdmin());
  }
}
