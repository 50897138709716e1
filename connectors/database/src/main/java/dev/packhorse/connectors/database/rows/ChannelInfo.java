package dev.packhorse.connectors.database.rows;

import java.util.List;

/**
 * A row of Channels, with what others need to refer to it.
 *
 * @param team null for direct and group channels, and if the team is not there
 * @param members of a direct or group channel, sorted by username; a conversation with oneself has
 *     the same twice. Empty for others
 * @param left why nothing of it gets into the archive; null if it does
 */
record ChannelInfo(
    String id,
    TeamInfo team,
    char type,
    String name,
    String displayName,
    String header,
    String purpose,
    String schemeId,
    long deletedAt,
    List<Person> members,
    String left) {

  /** Whether it is left out because the database is at odds with itself, and not by choice. */
  boolean lost() {
    return Reasons.TEAM_MISSING.equals(left) || Reasons.CHANNEL_TYPE.equals(left);
  }

  boolean direct() {
    return type == 'D' || type == 'G';
  }

  List<String> usernames() {
    return members.stream().map(Person::username).toList();
  }
}
