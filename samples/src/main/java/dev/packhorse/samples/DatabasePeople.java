package dev.packhorse.samples;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Users, teams and channels of a generated database, and who is where. */
final class DatabasePeople {
  /**
   * A channel.
   *
   * @param team its number, or -1 for direct and group channels
   * @param type as in the database: O, P, D or G
   * @param members numbers of users
   */
  record Room(String id, int team, String type, String name, String title, int[] members) {
    boolean direct() {
      return team < 0;
    }
  }

  private static final String[] PREFERENCES = {
    "theme", "display_settings", "tutorial_step", "sidebar_settings", "notifications"
  };
  private static final int DIRECT_PER_USER = 4;

  final Company company;
  final String[] users;
  final String[] bots;
  final String[] teams;
  final List<Room> rooms = new ArrayList<>();
  private final Dice dice;
  private final Prose prose;

  DatabasePeople(DatabaseOptions options) {
    this.company = new Company(options.company());
    this.dice = Dice.of(options.seed(), "database");
    this.prose = new Prose(company.usernames);
    this.users = ids(company.people.size());
    this.bots = ids(company.bots.length);
    this.teams = ids(company.teams.length);
    for (int team = 0; team < teams.length; team++) {
      for (int k = 0; k < company.channels[team].length; k++) {
        rooms.add(room(team, k));
      }
    }
    directs();
  }

  private String[] ids(int count) {
    String[] ids = new String[count];
    for (int i = 0; i < count; i++) {
      ids[i] = dice.id();
    }
    return ids;
  }

  private Room room(int team, int number) {
    String name = company.channels[team][number];
    // Everybody is in the first two; of the others, one has half of the team.
    int share = number < 2 ? 1000 : 500;
    List<Integer> members = new ArrayList<>();
    for (int i = 0; i < users.length; i++) {
      if (company.isIn(company.people.get(i), team) && dice.chance(share)) {
        members.add(i);
      }
    }
    if (members.isEmpty()) {
      members.add(dice.below(users.length));
    }
    String type = number > 3 && dice.chance(300) ? "P" : "O";
    return new Room(dice.id(), team, type, name, name, numbers(members));
  }

  private static int[] numbers(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  private void directs() {
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < users.length * DIRECT_PER_USER; i++) {
      int one = dice.below(users.length);
      int other = dice.below(users.length);
      boolean self = dice.chance(50);
      int[] members = self || one == other ? new int[] {one} : new int[] {one, other};
      String first = users[members[0]];
      String last = users[members[members.length - 1]];
      String name = first.compareTo(last) < 0 ? first + "__" + last : last + "__" + first;
      if (taken.add(name)) {
        rooms.add(new Room(dice.id(), -1, "D", name, "", members));
      }
    }
    for (int i = 0; i < users.length / 2; i++) {
      Set<Integer> members = new TreeSet<>();
      for (int k = dice.between(3, 7); k > 0; k--) {
        members.add(dice.below(users.length));
      }
      List<String> names = members.stream().map(n -> company.people.get(n).username()).toList();
      String title = String.join(", ", names);
      String name = Long.toHexString(dice.next()) + Long.toHexString(dice.next());
      rooms.add(
          new Room(
              dice.id(),
              -1,
              "G",
              name,
              title.substring(0, Math.min(64, title.length())),
              numbers(List.copyOf(members))));
    }
  }

  /** Everything that is there before anybody says a word. */
  void write(DatabaseTables tables) throws IOException, SQLException {
    systems(tables);
    users(tables);
    teams(tables);
    preferences(tables);
    emoji(tables);
  }

  private void systems(DatabaseTables tables) throws IOException, SQLException {
    CopyRows rows = tables.open("systems (name, value)");
    rows.add("DiagnosticId").add(dice.id()).end();
    rows.add("InstallationDate").add(Clock.BEGIN).end();
    rows.add("AsymmetricSigningKey").add("{}").end();
    CopyRows roles =
        tables.open(
            "roles (id, name, displayname, description, createat, updateat, deleteat,"
                + " permissions, schememanaged, builtin)");
    for (String name :
        new String[] {
          "system_admin",
          "system_user",
          "system_guest",
          "team_admin",
          "team_user",
          "team_guest",
          "channel_admin",
          "channel_user",
          "channel_guest",
          "post_reader"
        }) {
      roles.add(dice.id()).add(name).add("authentication.roles." + name + ".name").add("");
      roles.add(Clock.BEGIN).add(Clock.BEGIN).add(0);
      roles.add(" create_post add_reaction read_channel").add(true).add(true).end();
    }
  }

  private void users(DatabaseTables tables) throws IOException, SQLException {
    CopyRows rows =
        tables.open(
            "users (id, createat, updateat, deleteat, username, password, authdata, authservice,"
                + " email, emailverified, nickname, firstname, lastname, position, roles,"
                + " notifyprops, props, locale, timezone, lastpasswordupdate, lastpictureupdate,"
                + " failedattempts, mfaactive, lastlogin)");
    for (int i = 0; i < users.length; i++) {
      Company.Person person = company.people.get(i);
      long deleted = dice.chance(40) ? Clock.BEGIN + dice.spread(9_000_000_000L) : 0;
      String role =
          person.guest() ? "system_guest" : i == 0 ? "system_admin system_user" : "system_user";
      user(rows, users[i], person.username(), person.first(), person.last(), role, deleted);
    }
    CopyRows botRows =
        tables.open(
            "bots (userid, description, ownerid, createat, updateat, deleteat, lasticonupdate)");
    for (int i = 0; i < bots.length; i++) {
      user(rows, bots[i], company.bots[i], "", "", "system_user", 0);
      botRows.add(bots[i]).add(prose.phrase(dice, 6)).add(users[0]);
      botRows.add(Clock.BEGIN).add(Clock.BEGIN).add(0).add(0).end();
    }
  }

  private void user(
      CopyRows rows, String id, String name, String first, String last, String role, long deleted)
      throws IOException {
    rows.add(id).add(Clock.BEGIN).add(Clock.BEGIN + dice.spread(9_000_000)).add(deleted).add(name);
    rows.add("$2a$10$0123456789012345678901uDq0000000000000000000000000000").add((String) null);
    rows.add("").add(name + "@acme.example").add(true);
    rows.add(dice.chance(200) ? first + "y" : "").add(first).add(last);
    rows.add(dice.chance(300) ? "Engineer" : "").add(role);
    rows.add(
        "{\"push\": \"mention\", \"email\": \"true\", \"channel\": \"true\", \"desktop\":"
            + " \"mention\", \"comments\": \"never\", \"first_name\": \"false\", \"mention_keys\":"
            + " \"\", \"desktop_sound\": \"true\"}");
    rows.add("{}").add(dice.chance(700) ? "en" : "de");
    rows.add(
        "{\"manualTimezone\": \"\", \"automaticTimezone\": \"Europe/Berlin\","
            + " \"useAutomaticTimezone\": \"true\"}");
    rows.add(Clock.BEGIN).add(dice.chance(400) ? Clock.BEGIN : 0).add(0).add(false);
    rows.add(Clock.BEGIN + dice.spread(90_000_000_000L)).end();
  }

  private void teams(DatabaseTables tables) throws IOException, SQLException {
    CopyRows rows =
        tables.open(
            "teams (id, createat, updateat, deleteat, displayname, name, description, email, type,"
                + " companyname, alloweddomains, inviteid, allowopeninvite, lastteamiconupdate,"
                + " groupconstrained)");
    CopyRows members =
        tables.open(
            "teammembers (teamid, userid, roles, deleteat, schemeuser, schemeadmin, schemeguest,"
                + " createat)");
    for (int i = 0; i < teams.length; i++) {
      String name = company.teams[i];
      rows.add(teams[i]).add(Clock.BEGIN).add(Clock.BEGIN).add(0).add(name).add(name);
      rows.add(prose.phrase(dice, 8)).add("admin@acme.example").add(i % 3 == 1 ? "I" : "O");
      rows.add("").add("").add(dice.id()).add(i % 3 == 0).add(0).add(false).end();
      for (int k = 0; k < users.length; k++) {
        Company.Person person = company.people.get(k);
        if (company.isIn(person, i)) {
          members.add(teams[i]).add(users[k]).add("");
          members.add(dice.chance(20) ? Clock.BEGIN + 9_000_000 : 0);
          members.add(!person.guest()).add(k % 20 == 0).add(person.guest()).add(Clock.BEGIN).end();
        }
      }
    }
  }

  private void preferences(DatabaseTables tables) throws IOException, SQLException {
    CopyRows rows = tables.open("preferences (userid, category, name, value)");
    for (String user : users) {
      for (String category : PREFERENCES) {
        String name =
            category.equals("theme") ? "" : category.equals("tutorial_step") ? user : "on";
        String value =
            category.equals("theme") ? "{\"type\":\"Onyx\",\"sidebarBg\":\"#202228\"}" : "1";
        rows.add(user).add(category).add(name).add(value).end();
      }
      Set<String> favourites = new HashSet<>();
      for (int i = dice.below(5); i > 0; i--) {
        favourites.add(rooms.get(dice.below(rooms.size())).id());
      }
      for (String favourite : new TreeSet<>(favourites)) {
        rows.add(user).add("favorite_channel").add(favourite).add("true").end();
      }
    }
  }

  private void emoji(DatabaseTables tables) throws IOException, SQLException {
    CopyRows rows = tables.open("emoji (id, createat, updateat, deleteat, creatorid, name)");
    for (String name : company.emoji) {
      rows.add(dice.id()).add(Clock.BEGIN).add(Clock.BEGIN).add(0).add(users[0]).add(name).end();
    }
  }

  /** The channels, whose counters depend on what was said in them. */
  void writeChannels(DatabaseTables tables, DatabaseTalk talk) throws IOException, SQLException {
    CopyRows rows =
        tables.open(
            "channels (id, createat, updateat, deleteat, teamid, type, displayname, name, header,"
                + " purpose, lastpostat, totalmsgcount, extraupdateat, creatorid, schemeid,"
                + " groupconstrained, shared, totalmsgcountroot, lastrootpostat)");
    CopyRows shown =
        tables.open("publicchannels (id, deleteat, teamid, displayname, name, header, purpose)");
    CopyRows members =
        tables.open(
            "channelmembers (channelid, userid, roles, lastviewedat, msgcount, mentioncount,"
                + " notifyprops, lastupdateat, schemeuser, schemeadmin, schemeguest,"
                + " mentioncountroot, msgcountroot, urgentmentioncount)");
    CopyRows history = tables.open("channelmemberhistory (channelid, userid, jointime, leavetime)");
    for (int i = 0; i < rooms.size(); i++) {
      Room room = rooms.get(i);
      String team = room.direct() ? "" : teams[room.team()];
      String header = room.direct() || dice.chance(500) ? "" : prose.phrase(dice, 6);
      long deleted = !room.direct() && i % 16 > 1 && dice.chance(40) ? talk.lastPostAt(i) + 1 : 0;
      rows.add(room.id()).add(Clock.BEGIN).add(Clock.BEGIN).add(deleted).add(team);
      rows.add(room.type()).add(room.title()).add(room.name()).add(header).add("");
      rows.add(talk.lastPostAt(i)).add(talk.count(i)).add(0).add(room.direct() ? "" : users[0]);
      rows.add((String) null).add(false).add(false).add(talk.rootCount(i)).add(talk.lastPostAt(i));
      rows.end();
      if (room.type().equals("O")) {
        shown.add(room.id()).add(deleted).add(team).add(room.title()).add(room.name());
        shown.add(header).add("").end();
      }
      for (int member : room.members()) {
        boolean guest = company.people.get(member).guest();
        long unread = dice.chance(300) ? dice.spread(5) : 0;
        long read = Math.max(0, talk.count(i) - unread);
        members.add(room.id()).add(users[member]).add("").add(talk.lastPostAt(i)).add(read).add(0);
        members.add(
            "{\"push\": \"default\", \"email\": \"default\", \"desktop\": \"default\","
                + " \"mark_unread\": \"all\"}");
        members.add(talk.lastPostAt(i)).add(!guest).add(member % 20 == 0).add(guest);
        members.add(0).add(Math.min(read, talk.rootCount(i))).add(0).end();
        history.add(room.id()).add(users[member]).add(Clock.BEGIN).add((String) null).end();
      }
    }
  }
}
