package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.shuffle.Entries;
import dev.packhorse.connectors.database.shuffle.RowCodec;
import dev.packhorse.connectors.database.snapshot.Row;
import dev.packhorse.formats.model.DirectChannel;
import dev.packhorse.formats.model.Participant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes records of one partition of direct and group channels. */
final class DirectPartition {
  /** An entry that is nothing but the id of a channel, so that one without members is not lost. */
  static final int CHANNEL = 0;

  static final int MEMBER = 1;
  static final int FAVORITE = 2;
  static final int SHOWN = 3;

  private final Map<Integer, RowCodec> codecs;
  private final Roster roster;
  private final Books books;
  private final Notes notes;
  private final boolean participants;

  private static final class Room {
    private boolean there;
    private final Map<String, Row> members = new HashMap<>();
    private final Set<String> favorites = new TreeSet<>();
    private final Set<String> shown = new TreeSet<>();
  }

  /** Takes what was made. */
  @FunctionalInterface
  interface Output {
    void channel(ChannelInfo channel, DirectChannel record) throws IOException;
  }

  /**
   * @param participants whether the target knows members with their state
   */
  DirectPartition(
      Map<Integer, RowCodec> codecs,
      Roster roster,
      Books books,
      Notes notes,
      boolean participants) {
    this.codecs = codecs;
    this.roster = roster;
    this.books = books;
    this.notes = notes;
    this.participants = participants;
  }

  void assemble(Entries entries, Output out) throws IOException {
    Map<String, Room> rooms = new HashMap<>();
    while (entries.next()) {
      int tag = RowCodec.tag(entries);
      if (tag == CHANNEL) {
        String id =
            new String(
                entries.bytes(), entries.start() + 1, entries.length() - 1, StandardCharsets.UTF_8);
        rooms.computeIfAbsent(id, any -> new Room()).there = true;
      } else {
        row(tag, codecs.get(tag).read(entries), rooms);
      }
    }
    for (Map.Entry<String, Room> entry : rooms.entrySet()) {
      ChannelInfo channel = roster.channel(entry.getKey());
      books.table("Channels").written("direct channels");
      out.channel(channel, record(channel, entry.getValue()));
    }
  }

  private void row(int tag, Row row, Map<String, Room> rooms) {
    if (tag == MEMBER) {
      rooms
          .computeIfAbsent(row.text(ChannelMemberRows.CHANNEL_ID), any -> new Room())
          .members
          .put(row.text(ChannelMemberRows.USER_ID), row);
      return;
    }
    ChannelInfo channel =
        tag == FAVORITE
            ? roster.channel(row.text(PreferenceRows.NAME))
            : roster.shown(
                row.text(PreferenceRows.CATEGORY),
                row.text(PreferenceRows.USER_ID),
                row.text(PreferenceRows.NAME));
    Person person = roster.find(row.text(PreferenceRows.USER_ID));
    Books.Table table = books.table("Preferences");
    if (person == null) {
      table.left(Reasons.USER_MISSING);
    } else if (!channel.members().contains(person)) {
      table.left("of a direct channel the user is not in");
    } else if (!row.text(PreferenceRows.VALUE).equals("true")) {
      table.left("says false, which is what is so without it");
    } else {
      Room room = rooms.computeIfAbsent(channel.id(), any -> new Room());
      (tag == FAVORITE ? room.favorites : room.shown).add(person.username());
      table.written(tag == FAVORITE ? "favourites" : "direct channels shown");
    }
  }

  private DirectChannel record(ChannelInfo channel, Room room) {
    List<Participant> states = new ArrayList<>();
    Set<String> booked = new HashSet<>();
    for (Person member : channel.members()) {
      Row row = room.members.get(member.id());
      states.add(participant(member, row));
      if (row != null && booked.add(member.id())) {
        books.table("ChannelMembers").written("members of direct channels");
      }
    }
    room.members.keySet().stream()
        .filter(id -> !booked.contains(id))
        .forEach(id -> books.table("ChannelMembers").left("not a member by the channel's name"));
    return new DirectChannel(
        participants ? null : channel.usernames(),
        participants ? states : null,
        room.favorites.isEmpty() ? null : List.copyOf(room.favorites),
        room.shown.isEmpty() ? null : List.copyOf(room.shown),
        Words.withoutNul(channel.header()),
        null);
  }

  /** Without a flag a participant ends up with no role (bulk-format.md 2.9). */
  private Participant participant(Person member, Row row) {
    Boolean user = member.guest() ? null : Boolean.TRUE;
    Boolean guest = member.guest() ? Boolean.TRUE : null;
    if (row == null) {
      return new Participant(
          member.username(), null, user, null, guest, null, null, null, null, null, null, null);
    }
    return new Participant(
        member.username(),
        NotifyProps.ofChannel(row, true, notes),
        user,
        row.number(ChannelMemberRows.SCHEME_ADMIN) != 0 && !member.guest() ? Boolean.TRUE : null,
        guest,
        some(row.number(ChannelMemberRows.MENTION_COUNT)),
        some(row.number(ChannelMemberRows.MENTION_COUNT_ROOT)),
        some(row.number(ChannelMemberRows.URGENT_MENTION_COUNT)),
        some(row.number(ChannelMemberRows.MSG_COUNT)),
        some(row.number(ChannelMemberRows.MSG_COUNT_ROOT)),
        some(row.number(ChannelMemberRows.LAST_VIEWED_AT)),
        null);
  }

  private static Long some(long number) {
    return number > 0 ? number : null;
  }
}
