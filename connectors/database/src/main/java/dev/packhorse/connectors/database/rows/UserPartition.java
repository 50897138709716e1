package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.shuffle.Entries;
import dev.packhorse.connectors.database.shuffle.RowCodec;
import dev.packhorse.connectors.database.snapshot.Row;
import dev.packhorse.formats.model.BulkRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes records of one partition of accounts with their memberships and preferences. */
final class UserPartition {
  static final int USER = 0;
  static final int TEAM_MEMBER = 1;
  static final int CHANNEL_MEMBER = 2;
  static final int PREFERENCE = 3;

  private final Map<Integer, RowCodec> codecs;
  private final Roster roster;
  private final Definitions definitions;
  private final Books books;
  private final Notes notes;
  private final UserMaker maker;
  private final boolean botLines;
  private final Preferences.SidecarRow sidecar;

  private static final class Account {
    private Row user;
    private final List<Row> teams = new ArrayList<>();
    private final List<Row> channels = new ArrayList<>();
    private final List<Row> preferences = new ArrayList<>();
  }

  /** Takes what was made. */
  @FunctionalInterface
  interface Output {
    void account(Person person, BulkRecord record) throws IOException;
  }

  /**
   * @param botLines whether the target knows lines for bots
   */
  UserPartition(
      Map<Integer, RowCodec> codecs,
      Roster roster,
      Definitions definitions,
      Books books,
      Notes notes,
      UserMaker maker,
      boolean botLines,
      Preferences.SidecarRow sidecar) {
    this.codecs = codecs;
    this.roster = roster;
    this.definitions = definitions;
    this.books = books;
    this.notes = notes;
    this.maker = maker;
    this.botLines = botLines;
    this.sidecar = sidecar;
  }

  void assemble(Entries entries, Output out) throws IOException {
    Map<String, Account> accounts = new HashMap<>();
    while (entries.next()) {
      int tag = RowCodec.tag(entries);
      Row row = codecs.get(tag).read(entries);
      // All four kinds of rows begin with the user.
      Account account = accounts.computeIfAbsent(row.text(UserRows.ID), any -> new Account());
      switch (tag) {
        case USER -> account.user = row;
        case TEAM_MEMBER -> account.teams.add(row);
        case CHANNEL_MEMBER -> account.channels.add(row);
        default -> account.preferences.add(row);
      }
    }
    for (Map.Entry<String, Account> entry : accounts.entrySet()) {
      make(entry.getKey(), entry.getValue(), out);
    }
  }

  private void make(String id, Account account, Output out) throws IOException {
    if (account.user == null) {
      account.teams.forEach(row -> books.table("TeamMembers").left(Reasons.USER_MISSING));
      account.channels.forEach(row -> books.table("ChannelMembers").left(Reasons.USER_MISSING));
      account.preferences.forEach(row -> books.table("Preferences").left(Reasons.USER_MISSING));
      return;
    }
    Person person = roster.find(id);
    if (person.bot() && botLines) {
      account.preferences.forEach(row -> books.table("Preferences").left(Reasons.BOT));
      out.account(
          person,
          maker.bot(person, account.user, definitions.bot(id), account.teams, account.channels));
      return;
    }
    if (person.bot()) {
      books.table("Bots").left("the target knows no bots; written as a user (--target-version)");
    }
    Preferences preferences = new Preferences(id, books, notes, sidecar);
    for (Row row : account.preferences) {
      preferences.add(row);
    }
    out.account(
        person, maker.user(person, account.user, account.teams, account.channels, preferences));
    preferences.close();
  }
}
