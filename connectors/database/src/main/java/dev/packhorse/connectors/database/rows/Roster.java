package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.shuffle.ByKey;
import dev.packhorse.connectors.database.snapshot.Row;
import dev.packhorse.connectors.spi.Part;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who and what records refer to: accounts, teams, channels. In memory, so it grows with their
 * number, though not with that of posts. Filled by many threads, then {@link #arrange}d by one,
 * then asked by many.
 */
public final class Roster {
  /** A group that lost members still is a group: it has at least so many. */
  private static final int SMALLEST_GROUP = 3;

  private static final int LARGEST_GROUP = 8;

  private final Set<Part> parts;
  private final Notes notes;
  private final Map<String, String[]> accounts = new ConcurrentHashMap<>();
  private final Set<String> bots = ConcurrentHashMap.newKeySet();
  private final Map<String, TeamInfo> teams = new ConcurrentHashMap<>();
  private final Map<String, ChannelInfo> rawChannels = new ConcurrentHashMap<>();
  private final Map<String, List<String>> groupMembers = new ConcurrentHashMap<>();

  private Map<String, Person> people = Map.of();
  private Map<String, ChannelInfo> channels = Map.of();

  // The same once more for the many rows of messages, without making a text of each id.
  private ByKey<Person> peopleById = new ByKey<>(0);
  private ByKey<ChannelInfo> channelsById = new ByKey<>(0);
  private final Map<String, String> pairs = new HashMap<>();
  private final Map<String, Person> made = new ConcurrentHashMap<>();
  private Set<String> names = Set.of();

  public Roster(Set<Part> parts, Notes notes) {
    this.parts = parts;
    this.notes = notes;
  }

  /** Takes a row of users.sql. */
  public void user(Row row) {
    boolean guest = Words.split(row.text(UserRows.ROLES)).contains("system_guest");
    accounts.put(
        row.text(UserRows.ID), new String[] {row.text(UserRows.USERNAME), guest ? "guest" : ""});
  }

  /** Takes a row of bots.sql. */
  public void bot(Row row) {
    bots.add(row.text(BotRows.USER_ID));
  }

  /** Takes a row of teams.sql. */
  public void team(Row row) {
    TeamInfo team =
        new TeamInfo(
            row.text(TeamRows.ID),
            row.text(TeamRows.NAME),
            row.text(TeamRows.DISPLAY_NAME),
            row.text(TeamRows.TYPE),
            row.text(TeamRows.DESCRIPTION),
            row.number(TeamRows.ALLOW_OPEN_INVITE) != 0,
            row.text(TeamRows.SCHEME_ID),
            row.number(TeamRows.DELETE_AT));
    teams.put(team.id(), team);
  }

  /** Takes a row of channels.sql. */
  public void channel(Row row) {
    String type = row.text(ChannelRows.TYPE);
    ChannelInfo channel =
        new ChannelInfo(
            row.text(ChannelRows.ID),
            null,
            type.isEmpty() ? '?' : type.charAt(0),
            row.text(ChannelRows.NAME),
            row.text(ChannelRows.DISPLAY_NAME),
            row.text(ChannelRows.HEADER),
            row.text(ChannelRows.PURPOSE),
            row.text(ChannelRows.SCHEME_ID),
            row.number(ChannelRows.DELETE_AT),
            List.of(),
            row.text(ChannelRows.TEAM_ID)); // the team's id, until all teams are known
    rawChannels.put(channel.id(), channel);
  }

  /** Takes a row of channelmembers.sql whose channel is a group. */
  public void groupMember(String channelId, String userId) {
    groupMembers
        .computeIfAbsent(channelId, any -> Collections.synchronizedList(new ArrayList<>()))
        .add(userId);
  }

  /** Type of a channel before all is arranged: O, P, D, G, or ? if there is none. */
  public char rawType(String channelId) {
    ChannelInfo channel = rawChannels.get(channelId);
    return channel == null ? '?' : channel.type();
  }

  /** Gives names to all accounts, and members to direct and group channels. */
  public void arrange() {
    people = new HashMap<>(accounts.size() * 2);
    names = new HashSet<>();
    List<String> ids = new ArrayList<>(accounts.keySet());
    // Good names first, so that nobody loses theirs to one that had to be changed.
    ids.sort(
        Comparator.<String, Boolean>comparing(id -> !fine(accounts.get(id)[0]))
            .thenComparing(id -> accounts.get(id)[0])
            .thenComparing(id -> id));
    for (String id : ids) {
      String stored = accounts.get(id)[0];
      String name = free(Words.username(stored), names);
      if (!name.equals(stored)) {
        notes.add(DataProblem.USERNAME_CHANGED, "Users", id, "Username", stored, name);
      }
      boolean guest = !accounts.get(id)[1].isEmpty();
      people.put(id, new Person(id, name, bots.contains(id), guest, false));
    }
    peopleById = new ByKey<>(people.size());
    people.forEach(peopleById::put);
    accounts.clear();
    channels = new HashMap<>(rawChannels.size() * 2);
    Set<String> places = new HashSet<>();
    List<ChannelInfo> inOrder = new ArrayList<>(rawChannels.values());
    inOrder.sort(
        Comparator.<ChannelInfo, Boolean>comparing(
                raw -> !Words.placeName(raw.name()).equals(raw.name()))
            .thenComparing(ChannelInfo::name)
            .thenComparing(ChannelInfo::id));
    for (ChannelInfo raw : inOrder) {
      channels.put(raw.id(), arranged(raw, places));
      if (raw.type() == 'D') {
        pairs.put(raw.name(), raw.id());
      }
    }
    channelsById = new ByKey<>(channels.size());
    channels.forEach(channelsById::put);
    rawChannels.clear();
    groupMembers.clear();
  }

  private static boolean fine(String username) {
    return Words.username(username).equals(username);
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      String suffix = "-" + i;
      name = wanted.substring(0, Math.min(wanted.length(), 64 - suffix.length())) + suffix;
    }
    return name;
  }

  /** A name that no server takes would cost the channel and all that is in it. */
  private String placeName(ChannelInfo raw, TeamInfo team, Set<String> places) {
    if (raw.direct() || team == null) {
      return raw.name();
    }
    String wanted = Words.placeName(raw.name());
    String name = wanted;
    for (int i = 2; !places.add(team.id() + ' ' + name); i++) {
      name = wanted + "-" + i;
    }
    if (!name.equals(raw.name())) {
      notes.add(DataProblem.NAME_MADE, "Channels", raw.id(), "Name", name);
    }
    return name;
  }

  private ChannelInfo arranged(ChannelInfo raw, Set<String> places) {
    String teamId = raw.left();
    TeamInfo team = raw.direct() ? null : teams.get(teamId);
    return new ChannelInfo(
        raw.id(),
        team,
        raw.type(),
        placeName(raw, team, places),
        raw.displayName(),
        raw.header(),
        raw.purpose(),
        raw.schemeId(),
        raw.deletedAt(),
        raw.type() == 'D' ? pair(raw) : raw.type() == 'G' ? group(raw) : List.of(),
        raw.direct() ? null : leftOut(raw, team));
  }

  private String leftOut(ChannelInfo channel, TeamInfo team) {
    if (channel.type() != 'O' && channel.type() != 'P') {
      return Reasons.CHANNEL_TYPE;
    }
    if (team == null) {
      return Reasons.TEAM_MISSING;
    }
    if (team.deletedAt() > 0 && !parts.contains(Part.ARCHIVED_TEAMS)) {
      return Reasons.TEAM_ARCHIVED;
    }
    if (channel.deletedAt() > 0 && !parts.contains(Part.ARCHIVED_CHANNELS)) {
      return Reasons.CHANNEL_ARCHIVED;
    }
    return null;
  }

  /** The name of a direct channel is its two members (database.md 3.2). */
  private List<Person> pair(ChannelInfo channel) {
    int middle = channel.name().indexOf("__");
    if (middle < 0) {
      notes.add(DataProblem.MEMBER_MISSING, "Channels", channel.id(), "Name", channel.name());
      return sorted(List.of(standIn(channel, 1), standIn(channel, 2)));
    }
    Person one = person(channel.name().substring(0, middle), "Channels", channel.id());
    Person other = person(channel.name().substring(middle + 2), "Channels", channel.id());
    return sorted(List.of(one, other));
  }

  /**
   * The name of a group is the hash of its members at its making. Where it does not fit any more,
   * members were removed from the database; somebody stands in for them, or the group would become
   * another one, or a direct channel.
   */
  private List<Person> group(ChannelInfo channel) {
    List<String> ids = new ArrayList<>(groupMembers.getOrDefault(channel.id(), List.of()));
    ids.sort(Comparator.naturalOrder());
    List<Person> members = new ArrayList<>();
    for (String id : ids) {
      members.add(person(id, "ChannelMembers", channel.id()));
    }
    boolean whole =
        ids.size() >= SMALLEST_GROUP && sha1(String.join("", ids)).equals(channel.name());
    if (!whole) {
      int named = channel.displayName().split(", ").length;
      int wanted = Math.min(LARGEST_GROUP, Math.max(SMALLEST_GROUP, named));
      for (int i = 1; members.size() < wanted; i++) {
        members.add(standIn(channel, i));
        notes.add(
            DataProblem.MEMBER_MISSING, "Channels", channel.id(), "Name", channel.displayName());
      }
    }
    return sorted(members);
  }

  private static List<Person> sorted(List<Person> members) {
    return members.stream().sorted(Comparator.comparing(Person::username)).toList();
  }

  private static String sha1(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Person standIn(ChannelInfo channel, int number) {
    String id = channel.id() + "-" + number;
    return made.computeIfAbsent(
        id, any -> new Person(id, nameFor("member-" + id), false, false, true));
  }

  /** A name nobody has. It depends on the wish alone, not on who else was asked for before. */
  private String nameFor(String wish) {
    String name = Words.username(wish);
    if (name.equals(wish) && !names.contains(name)) {
      return name;
    }
    String suffix = "-" + sha1(wish).substring(0, 12);
    return name.substring(0, Math.min(name.length(), 64 - suffix.length())) + suffix;
  }

  /** The account of an id; null if there is none. */
  public Person find(String id) {
    return people.get(id);
  }

  /** The account of the id in a column; null if there is none. */
  Person find(Row row, int column) {
    return peopleById.get(row, column);
  }

  /** As {@link #person(String, String, String)}, of the id in a column. */
  Person person(Row row, int column, String table, String owner) {
    Person known = peopleById.get(row, column);
    return known != null ? known : person(row.text(column), table, owner);
  }

  /**
   * The account of an id, or one that stands for it: whoever wrote something was somebody.
   *
   * @param table where the reference was found, for the report
   */
  public Person person(String id, String table, String row) {
    Person known = people.get(id);
    if (known != null) {
      return known;
    }
    return made.computeIfAbsent(
        id,
        any -> {
          String wish = "deleted-" + (id.isEmpty() ? "nobody" : id);
          Person standIn = new Person(id, nameFor(wish), false, false, true);
          DataProblem code = id.isEmpty() ? DataProblem.USER_NONE : DataProblem.USER_MISSING;
          notes.add(code, "Users", id, "Id", standIn.username());
          return standIn;
        });
  }

  /** Those who stand for accounts that are not there, as far as they were asked for. */
  public Collection<Person> made() {
    return made.values();
  }

  public Collection<Person> people() {
    return people.values();
  }

  /** The channel of an id; null if there is none. */
  public ChannelInfo channel(String id) {
    return channels.get(id);
  }

  /** The channel of the id in a column; null if there is none. */
  ChannelInfo channel(Row row, int column) {
    return channelsById.get(row, column);
  }

  /**
   * The channel that a preference shows in the sidebar; null if there is none.
   *
   * @param category {@code direct_channel_show}, of which the name is the other user, or {@code
   *     group_channel_show}, of which it is the channel
   */
  ChannelInfo shown(String category, String userId, String name) {
    if (category.equals("group_channel_show")) {
      ChannelInfo channel = channels.get(name);
      return channel == null || channel.type() != 'G' ? null : channel;
    }
    String pair = userId.compareTo(name) <= 0 ? userId + "__" + name : name + "__" + userId;
    String id = pairs.get(pair);
    return id == null ? null : channels.get(id);
  }

  public Collection<ChannelInfo> channels() {
    return channels.values();
  }

  public TeamInfo team(String id) {
    return teams.get(id);
  }

  public Collection<TeamInfo> teams() {
    return teams.values();
  }
}
