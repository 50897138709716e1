package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.spi.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what becomes of every row. Many threads may book at once. */
public final class Books {
  private final Map<String, Table> tables = new ConcurrentHashMap<>();
  private final Map<String, Table> channels = new ConcurrentHashMap<>();

  /** The books of one table. */
  public static final class Table {
    private final LongAdder rows = new LongAdder();
    private final Map<String, LongAdder> written = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> left = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> lost = new ConcurrentHashMap<>();

    /** A row was read. */
    public void read() {
      rows.increment();
    }

    /** A row became part of the records. */
    public void written(String as) {
      written(as, 1);
    }

    /** So many rows became part of the records. */
    void written(String as, long rows) {
      adder(written, as).add(rows);
    }

    /** A row was left out by choice or by design. */
    public void left(String reason) {
      adder(left, reason).increment();
    }

    /** Asking first takes no lock, and nearly always finds it. */
    private static LongAdder adder(Map<String, LongAdder> counts, String name) {
      LongAdder known = counts.get(name);
      return known != null ? known : counts.computeIfAbsent(name, any -> new LongAdder());
    }

    /** A row that belongs into the records could not be written. */
    public void lost(String reason) {
      adder(lost, reason).increment();
    }
  }

  /**
   * @param name as Mattermost calls it, such as {@code Posts}
   */
  public Table table(String name) {
    Table known = tables.get(name);
    return known != null ? known : tables.computeIfAbsent(name, any -> new Table());
  }

  /** The books of the posts of one channel. */
  Table channel(ChannelInfo channel) {
    String name =
        channel == null
            ? "(channels that do not exist)"
            : channel.direct()
                ? Account.DIRECT_CHANNELS
                : (channel.team() == null ? "(no team)" : channel.team().name())
                    + "/"
                    + channel.name();
    return channels.computeIfAbsent(name, any -> new Table());
  }

  public List<Account> accounts() {
    return accounts(tables);
  }

  /** Rows of Posts, by channel. */
  public List<Account> channels() {
    return accounts(channels);
  }

  private static List<Account> accounts(Map<String, Table> books) {
    List<Account> accounts = new ArrayList<>();
    new TreeMap<>(books)
        .forEach(
            (name, table) ->
                accounts.add(
                    new Account(
                        name,
                        table.rows.sum(),
                        sums(table.written),
                        sums(table.left),
                        sums(table.lost))));
    return accounts;
  }

  private static Map<String, Long> sums(Map<String, LongAdder> counts) {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((name, count) -> sums.put(name, count.sum()));
    return sums;
  }

  /** Writes accounts down. */
  public static void save(List<Account> accounts, Properties to) {
    for (Account account : accounts) {
      String prefix = account.table();
      to.setProperty(prefix + "\trows\t", Long.toString(account.rows()));
      account.written().forEach((as, n) -> to.setProperty(prefix + "\twritten\t" + as, "" + n));
      account.left().forEach((why, n) -> to.setProperty(prefix + "\tleft\t" + why, "" + n));
      account.lost().forEach((why, n) -> to.setProperty(prefix + "\tlost\t" + why, "" + n));
    }
  }

  /** Takes up what {@link #save} wrote down. */
  public static List<Account> load(Properties from) {
    Map<String, Map<String, Map<String, Long>>> tables = new TreeMap<>();
    for (String name : from.stringPropertyNames()) {
      String[] parts = name.split("\t", -1);
      if (parts.length == 3) {
        tables
            .computeIfAbsent(parts[0], any -> new TreeMap<>())
            .computeIfAbsent(parts[1], any -> new TreeMap<>())
            .put(parts[2], Long.valueOf(from.getProperty(name)));
      }
    }
    List<Account> accounts = new ArrayList<>();
    tables.forEach(
        (table, columns) ->
            accounts.add(
                new Account(
                    table,
                    columns.get("rows").get(""),
                    columns.getOrDefault("written", Map.of()),
                    columns.getOrDefault("left", Map.of()),
                    columns.getOrDefault("lost", Map.of()))));
    return accounts;
  }
}
