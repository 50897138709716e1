package dev.packhorse.engine.run;

import dev.packhorse.connectors.spi.Account;
import dev.packhorse.formats.model.RecordType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings the books of a source's rows together with those of the records that were made of them:
 * what was refused afterwards did not get into the target, and what was made must be what was read.
 */
public final class RowAccounts {
  /** Why a row that became part of a record is not in the target all the same. */
  public static final String REFUSED = "refused with its record";

  /** By record type and kind, what sources call the rows that became these. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry(key(RecordType.ROLE, Kind.RECORDS), "roles"),
          Map.entry(key(RecordType.SCHEME, Kind.RECORDS), "schemes"),
          Map.entry(key(RecordType.EMOJI, Kind.RECORDS), "emoji"),
          Map.entry(key(RecordType.TEAM, Kind.RECORDS), "teams"),
          Map.entry(key(RecordType.CHANNEL, Kind.RECORDS), "channels"),
          Map.entry(key(RecordType.USER, Kind.RECORDS), "users"),
          Map.entry(key(RecordType.USER, Kind.TEAM_MEMBERSHIPS), "team memberships"),
          Map.entry(key(RecordType.USER, Kind.CHANNEL_MEMBERSHIPS), "channel memberships"),
          Map.entry(key(RecordType.BOT, Kind.RECORDS), "bots"),
          Map.entry(key(RecordType.DIRECT_CHANNEL, Kind.RECORDS), "direct channels"),
          Map.entry(key(RecordType.DIRECT_CHANNEL, Kind.MEMBERS), "members of direct channels"),
          Map.entry(key(RecordType.POST, Kind.RECORDS), "posts"),
          Map.entry(key(RecordType.DIRECT_POST, Kind.RECORDS), "direct posts"));

  private static final Map<Kind, String> IN_MESSAGES =
      Map.of(
          Kind.REPLIES, "replies",
          Kind.REACTIONS, "reactions",
          Kind.ATTACHMENTS, "attachments",
          Kind.FOLLOWERS, "thread followers",
          Kind.SAVED, "saved posts");

  /** Rows that become exactly one thing each, so that both books must say the same number. */
  private static final List<String> ONE_TO_ONE =
      List.of(
          "replies",
          "reactions",
          "thread followers",
          "saved posts",
          "team memberships",
          "channel memberships",
          "teams",
          "channels",
          "direct channels");

  private RowAccounts() {}

  private static String key(RecordType type, Kind kind) {
    return type.word() + " " + kind;
  }

  private static String words(BalanceSheet.Row row) {
    String inMessages = IN_MESSAGES.get(row.kind());
    return inMessages != null ? inMessages : WORDS.get(row.type() + " " + row.kind());
  }

  /** The accounts with refused rows moved from what was written to what was lost. */
  public static List<Account> settled(List<Account> accounts, BalanceSheet balance) {
    Map<String, Long> refused = new HashMap<>();
    for (BalanceSheet.Row row : balance.rows()) {
      if (words(row) != null && row.refused() > 0) {
        refused.merge(words(row), row.refused(), Long::sum);
      }
    }
    List<Account> settled = new ArrayList<>();
    for (Account account : accounts) {
      Map<String, Long> written = new TreeMap<>(account.written());
      Map<String, Long> lost = new TreeMap<>(account.lost());
      account
          .written()
          .forEach(
              (as, rows) -> {
                long gone = Math.min(rows, refused.getOrDefault(as, 0L));
                if (gone > 0) {
                  refused.merge(as, -gone, Long::sum);
                  written.put(as, rows - gone);
                  lost.merge(REFUSED, gone, Long::sum);
                }
              });
      settled.add(new Account(account.table(), account.rows(), written, account.left(), lost));
    }
    return settled;
  }

  /**
   * What the two books say differently, as {@code replies: 10 rows, 9 in the records}; empty unless
   * we have a defect.
   */
  public static List<String> differences(List<Account> accounts, BalanceSheet balance) {
    Map<String, Long> read = new HashMap<>();
    for (BalanceSheet.Row row : balance.rows()) {
      if (words(row) != null) {
        read.merge(words(row), row.read(), Long::sum);
      }
    }
    List<String> differences = new ArrayList<>();
    for (String as : ONE_TO_ONE) {
      long rows =
          accounts.stream().mapToLong(account -> account.written().getOrDefault(as, 0L)).sum();
      long records = read.getOrDefault(as, 0L);
      if (rows != records) {
        differences.add("%s: %,d rows, %,d in the records".formatted(as, rows, records));
      }
    }
    return differences;
  }
}
