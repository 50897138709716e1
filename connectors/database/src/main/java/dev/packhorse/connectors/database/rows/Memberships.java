package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.snapshot.Row;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.formats.model.ChannelMembership;
import dev.packhorse.formats.model.TeamMembership;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The teams and channels of one user. */
final class Memberships {
  private final Roster roster;
  private final Definitions definitions;
  private final Books books;
  private final Notes notes;
  private final Set<Part> parts;

  Memberships(Roster roster, Definitions definitions, Books books, Notes notes, Set<Part> parts) {
    this.roster = roster;
    this.definitions = definitions;
    this.books = books;
    this.notes = notes;
    this.parts = parts;
  }

  List<TeamMembership> of(
      Person person, List<Row> teamRows, List<Row> channelRows, Preferences preferences) {
    Map<String, List<ChannelMembership>> channels = new HashMap<>();
    Map<String, Row> teams = new HashMap<>();
    Books.Table table = books.table("TeamMembers");
    for (Row row : teamRows) {
      TeamInfo team = roster.team(row.text(TeamMemberRows.TEAM_ID));
      if (row.number(TeamMemberRows.DELETE_AT) > 0) {
        table.left(Reasons.LEFT_TEAM);
      } else if (team == null) {
        table.left(Reasons.TEAM_MISSING);
      } else if (!definitions.wanted(team)) {
        table.left(Reasons.TEAM_ARCHIVED);
      } else {
        teams.put(team.id(), row);
        channels.put(team.id(), new ArrayList<>());
        table.written("team memberships");
      }
    }
    for (Row row : channelRows) {
      channel(person, row, teams, channels, preferences);
    }
    List<TeamMembership> memberships = new ArrayList<>();
    teams.forEach(
        (id, row) -> {
          List<ChannelMembership> inTeam = channels.get(id);
          inTeam.sort(Comparator.comparing(ChannelMembership::name));
          memberships.add(
              new TeamMembership(
                  roster.team(id).name(),
                  roles(person, row, "team", "TeamMembers"),
                  preferences.theme(id),
                  inTeam.isEmpty() ? null : inTeam,
                  null));
        });
    memberships.sort(Comparator.comparing(TeamMembership::name));
    return memberships.isEmpty() ? null : memberships;
  }

  private void channel(
      Person person,
      Row row,
      Map<String, Row> teams,
      Map<String, List<ChannelMembership>> channels,
      Preferences preferences) {
    Books.Table table = books.table("ChannelMembers");
    ChannelInfo channel = roster.channel(row.text(ChannelMemberRows.CHANNEL_ID));
    if (channel == null) {
      table.left(Reasons.CHANNEL_MISSING);
    } else if (channel.left() != null) {
      table.left(channel.left());
    } else if (!teams.containsKey(channel.team().id())) {
      table.left("in a channel of a team the user is not in");
    } else {
      table.written("channel memberships");
      channels
          .get(channel.team().id())
          .add(
              new ChannelMembership(
                  channel.name(),
                  roles(person, row, "channel", "ChannelMembers"),
                  NotifyProps.ofChannel(row, false, notes),
                  preferences.favorite(channel.id()),
                  Math.max(0, row.number(ChannelMemberRows.MENTION_COUNT)),
                  Math.max(0, row.number(ChannelMemberRows.MENTION_COUNT_ROOT)),
                  row.isNull(ChannelMemberRows.URGENT_MENTION_COUNT)
                      ? null
                      : Long.valueOf(
                          Math.max(0, row.number(ChannelMemberRows.URGENT_MENTION_COUNT))),
                  Math.max(0, row.number(ChannelMemberRows.MSG_COUNT)),
                  Math.max(0, row.number(ChannelMemberRows.MSG_COUNT_ROOT)),
                  row.number(ChannelMemberRows.LAST_VIEWED_AT),
                  null));
    }
  }

  /**
   * Explicit roles, then the flags as words, as the server's exporter writes them. Rows from before
   * server 5.0 have the words in Roles and no flags. Guests are guests everywhere (T-17). Both
   * kinds of rows begin with the same columns.
   */
  private String roles(Person person, Row row, String place, String table) {
    List<String> roles = new ArrayList<>();
    boolean admin = row.number(ChannelMemberRows.SCHEME_ADMIN) != 0;
    for (String role : Words.split(row.text(ChannelMemberRows.ROLES))) {
      if (role.equals(place + "_admin")) {
        admin = true;
      } else if (!role.equals(place + "_user") && !role.equals(place + "_guest")) {
        definitions.addRole(role, table, person.id(), roles);
      }
    }
    if (admin && !person.guest()) {
      roles.add(place + "_admin");
    }
    roles.add(person.guest() ? place + "_guest" : place + "_user");
    return String.join(" ", roles);
  }
}
