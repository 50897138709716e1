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

  /** Why the row of a file is not in the target, though the record that names it is. */
  public static final String UNCOPIED = "file could not be copied";

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
  public static List<Account> settled(
      List<Account> accounts, BalanceSheet balance, Refusals refusals) {
    Map<String, Long> refused = new HashMap<>(refusals.pictures());
    for (BalanceSheet.Row row : balance.rows()) {
      if (words(row) != null && row.refused() > 0) {
        refused.merge(words(row), row.refused(), Long::sum);
      }
    }
    return moved(accounts, refused, REFUSED);
  }

  /** The same for the messages of each channel. */
  public static List<Account> settledByChannel(List<Account> channels, Refusals refusals) {
    return channels.stream()
        .map(each -> moved(each, new HashMap<>(refusals.inChannel(each.table())), REFUSED))
        .toList();
  }

  /**
   * The accounts with rows moved to what was lost whose record is in the target without the file.
   *
   * @param lost files by what their rows became
   */
  public static List<Account> withoutFiles(List<Account> accounts, Map<String, Long> lost) {
    return moved(accounts, new HashMap<>(lost), UNCOPIED);
  }

  private static List<Account> moved(
      List<Account> accounts, Map<String, Long> gone, String reason) {
    return accounts.stream().map(account -> moved(account, gone, reason)).toList();
  }

  /**
   * @param gone what is to be moved, less what other accounts had of it; is counted down
   */
  private static Account moved(Account account, Map<String, Long> gone, String reason) {
    Map<String, Long> written = new TreeMap<>(account.written());
    Map<String, Long> lost = new TreeMap<>(account.lost());
    account
        .written()
        .forEach(
            (as, rows) -> {
              long here = Math.min(rows, gone.getOrDefault(as, 0L));
              if (here > 0) {
                gone.merge(as, -here, Long::sum);
                written.put(as, rows - here);
                lost.merge(reason, here, Long::sum);
              }
            });
    written.values().removeIf(rows -> rows == 0);
    return new Account(account.table(), account.rows(), written, account.left(), lost);
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
