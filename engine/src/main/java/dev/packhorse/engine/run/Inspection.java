package dev.packhorse.engine.run;

import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.RecordReader;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceRecord;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Channel;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Info;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.Version;
import dev.packhorse.formats.schema.FileLookup;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * What is in a source: counts, times, and the largest of everything. Memory grows with channels.
 */
public final class Inspection {
  private static final int LARGEST = 10;

  /** Counts of a channel. */
  public static final class Messages {
    private long roots;
    private long replies;

    public long roots() {
      return roots;
    }

    public long replies() {
      return replies;
    }
  }

  /**
   * Something large.
   *
   * @param size replies of a thread, or bytes of a file
   */
  public record Large(String name, long size) {}

  private final BalanceSheet counts = new BalanceSheet();
  private final Map<String, Map<String, Messages>> channels = new TreeMap<>();
  private final Map<YearMonth, Long> months = new TreeMap<>();
  private final PriorityQueue<Large> threads = new PriorityQueue<>(bySize());
  private final PriorityQueue<Large> files = new PriorityQueue<>(bySize());
  private final long[] kinds = new long[Kind.values().length];
  private Version version;
  private long fileCount;
  private long fileBytes;
  private long earliest = Long.MAX_VALUE;
  private long latest = Long.MIN_VALUE;

  private static Comparator<Large> bySize() {
    return Comparator.comparingLong(Large::size).thenComparing(Large::name);
  }

  /** Reads all of the source. */
  public static Inspection of(Source source, int threads, Progress progress) throws IOException {
    Inspection inspection = new Inspection();
    try (RecordReader reader = source.open(null, null);
        OrderedPool pool = new OrderedPool(threads)) {
      long[] records = new long[1];
      pool.<RecordBatch, List<SourceRecord>>run(
          () -> {
            progress.update(reader.position(), records[0]);
            return reader.next();
          },
          batch -> {
            List<SourceRecord> read = new ArrayList<>(batch.size());
            batch.forEach(read::add);
            return read;
          },
          batch -> {
            records[0] += batch.size();
            batch.forEach(inspection::add);
          });
    }
    inspection.files(source.files());
    return inspection;
  }

  private void add(SourceRecord record) {
    Arrays.fill(kinds, 0);
    Kind.count(record.record(), kinds);
    counts.add(record.type(), BalanceSheet.Column.READ, kinds);
    BulkRecord content = record.record();
    if (content instanceof Version line && version == null) {
      version = line;
    } else if (content instanceof Channel channel) {
      messages(channel.team(), channel.name());
    } else if (content instanceof Post post) {
      Messages messages = messages(post.team(), post.channel());
      String where = post.team() + "/" + post.channel();
      thread(messages, post.createAt(), post.replies(), where, record);
    } else if (content instanceof DirectPost post) {
      int members = post.channelMembers() == null ? 0 : post.channelMembers().size();
      Messages messages = messages("(direct)", members > 2 ? "group channels" : "direct channels");
      thread(messages, post.createAt(), post.replies(), "direct", record);
    }
  }

  private Messages messages(String team, String channel) {
    return channels
        .computeIfAbsent(String.valueOf(team), name -> new TreeMap<>())
        .computeIfAbsent(String.valueOf(channel), name -> new Messages());
  }

  private void thread(
      Messages messages, Long createAt, List<Reply> replies, String where, SourceRecord record) {
    messages.roots++;
    time(createAt);
    if (replies == null || replies.isEmpty()) {
      return;
    }
    messages.replies += replies.size();
    replies.forEach(reply -> time(reply.createAt()));
    keep(threads, new Large(where + ", line " + record.place().line(), replies.size()));
  }

  private void time(Long createAt) {
    if (createAt == null || createAt <= 0) {
      return;
    }
    try {
      months.merge(
          YearMonth.from(Instant.ofEpochMilli(createAt).atZone(ZoneOffset.UTC)), 1L, Long::sum);
      earliest = Math.min(earliest, createAt);
      latest = Math.max(latest, createAt);
    } catch (DateTimeException e) {
      // A time beyond the calendar; validate reports it.
    }
  }

  private void files(FileLookup lookup) {
    fileCount = lookup.count();
    for (int id = 0; id < lookup.count(); id++) {
      long size = Math.max(0, lookup.size(id));
      fileBytes += size;
      keep(files, new Large(lookup.name(id), size));
    }
  }

  private static void keep(PriorityQueue<Large> largest, Large candidate) {
    largest.add(candidate);
    if (largest.size() > LARGEST) {
      largest.remove();
    }
  }

  public List<BalanceSheet.Row> counts() {
    return counts.rows();
  }

  /** By team and channel. */
  public Map<String, Map<String, Messages>> channels() {
    return channels;
  }

  /** Messages, replies included, by month of UTC. */
  public Map<YearMonth, Long> months() {
    return months;
  }

  /** The threads with the most replies, the largest first. */
  public List<Large> threads() {
    return sorted(threads);
  }

  /** The largest files, the largest first. */
  public List<Large> files() {
    return sorted(files);
  }

  private static List<Large> sorted(PriorityQueue<Large> largest) {
    return largest.stream().sorted(bySize().reversed()).toList();
  }

  public long fileCount() {
    return fileCount;
  }

  public long fileBytes() {
    return fileBytes;
  }

  /** Time of the first message; null if there is none. */
  public Instant earliest() {
    return earliest == Long.MAX_VALUE ? null : Instant.ofEpochMilli(earliest);
  }

  /** Time of the last message; null if there is none. */
  public Instant latest() {
    return latest == Long.MIN_VALUE ? null : Instant.ofEpochMilli(latest);
  }

  /** The version of the format; null if the file does not say. */
  public Long formatVersion() {
    return version == null ? null : version.version();
  }

  /** Who wrote the file; null if it does not say. */
  public Info info() {
    return version == null ? null : version.info();
  }
}
