package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.shuffle.Keys;
import dev.packhorse.connectors.database.shuffle.Sorter;
import dev.packhorse.connectors.database.snapshot.Scan;
import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Channel;
import dev.packhorse.formats.model.Emoji;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.model.Role;
import dev.packhorse.formats.model.Scheme;
import dev.packhorse.formats.model.Team;
import dev.packhorse.formats.schema.TargetProfile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * All of it: rows in, sorted lines out. The order of calls is that of the methods: the scans of
 * {@link #definitions}, {@link #members} and {@link #contents} are read one list after the other,
 * then {@link #assemble} makes the records.
 */
public final class Assembly implements Closeable {
  private final Workshop shop;
  private final Intake intake;

  /**
   * @param folder for what does not fit in memory; exists and is empty
   * @param store null if files are not to be looked for
   * @param threadPartitions into how many partitions posts go, each to fit in memory
   * @param userPartitions likewise accounts and direct channels
   */
  public Assembly(
      Path folder,
      Set<Part> parts,
      TargetProfile target,
      FileStore store,
      int threadPartitions,
      int userPartitions)
      throws IOException {
    this.shop = new Workshop(folder, parts, target, store, threadPartitions, userPartitions);
    this.intake = new Intake(shop);
  }

  public Books books() {
    return shop.books;
  }

  public Notes notes() {
    return shop.notes;
  }

  public Sidecar sidecar() {
    return shop.sidecar;
  }

  /** Who and what there is. */
  public List<Scan> definitions() {
    return intake.definitions();
  }

  /** Who is where; once the definitions are there. */
  public List<Scan> members() {
    return intake.members();
  }

  /** Everything else; once the members are there. */
  public List<Scan> contents() throws IOException {
    return intake.contents();
  }

  /**
   * Makes all records; nothing is read from the database any more.
   *
   * @param stopped asked at each partition
   */
  public void assemble(int threads, BooleanSupplier stopped) throws IOException {
    Parallel.run(threads, shop.byPost.count(), () -> new RootFinder(shop), stopped);
    Parallel.run(threads, shop.byThread.count(), () -> new ThreadWorker(shop), stopped);
    Parallel.run(threads, shop.byUser.count(), () -> new UserWorker(shop), stopped);
    Parallel.run(threads, shop.byDirectChannel.count(), () -> new DirectWorker(shop), stopped);
  }

  /** Takes lines in the order of the archive. */
  @FunctionalInterface
  public interface Lines {
    /**
     * @param id of the row it was made of, or the name of what has a name; to its length
     */
    void line(RecordType type, byte[] id, byte[] bytes, int from, int length) throws IOException;
  }

  /** Hands out all lines but the version's, in the order of the archive. */
  public void lines(Lines to) throws IOException {
    RecordWorker output =
        new RecordWorker(shop) {
          @Override
          public void partition(int index) {}
        };
    for (BulkRecord record : shop.definitions.roles()) {
      line(record, output, to);
    }
    for (BulkRecord record : shop.definitions.schemes()) {
      line(record, output, to);
    }
    for (BulkRecord record : shop.definitions.emoji(output.stored)) {
      line(record, output, to);
    }
    for (BulkRecord record : shop.definitions.teams()) {
      line(record, output, to);
    }
    for (BulkRecord record : shop.definitions.channels()) {
      line(record, output, to);
    }
    for (Person person : shop.roster.made()) {
      output.encode(UserMaker.standIn(person));
      output.key.clear();
      output.key(person.username());
      output.add(RecordType.USER);
    }
    output.end();
    for (Map.Entry<RecordType, Sorter> each : shop.lines.entrySet()) {
      RecordType type = each.getKey();
      boolean messages = type == RecordType.POST || type == RecordType.DIRECT_POST;
      Twins twins = new Twins(shop.notes);
      each.getValue()
          .forEach(
              (key, keyLength, bytes, from, length) -> {
                if (messages && twins.moved(key, keyLength, bytes, from, length)) {
                  to.line(
                      type, id(type, key, keyLength), twins.line().array(), 0, twins.line().size());
                } else {
                  to.line(type, id(type, key, keyLength), bytes, from, length);
                }
              });
    }
  }

  private static void line(BulkRecord record, RecordWorker output, Lines to) throws IOException {
    output.encode(record);
    to.line(record.recordType(), Keys.of(name(record)), output.line.array(), 0, output.line.size());
  }

  private static String name(BulkRecord record) {
    if (record instanceof Role role) {
      return role.name();
    }
    if (record instanceof Scheme scheme) {
      return scheme.name();
    }
    if (record instanceof Emoji emoji) {
      return emoji.name();
    }
    return record instanceof Team team ? team.name() : ((Channel) record).name();
  }

  /** Keys of messages end in the id, two bytes and its length; others in a name and a NUL. */
  private static byte[] id(RecordType type, byte[] key, int length) {
    if (type == RecordType.POST || type == RecordType.DIRECT_POST) {
      int idLength = key[length - 1] & 0xFF;
      return Arrays.copyOfRange(key, length - 3 - idLength, length - 3);
    }
    int from = length - 1;
    while (from > 0 && key[from - 1] != 0) {
      from--;
    }
    return Arrays.copyOfRange(key, from, length - 1);
  }

  /** Takes files in the order of their paths. */
  @FunctionalInterface
  public interface Files {
    /**
     * @param pixels as {@link FoundFile#pixels}
     */
    void file(String path, long size, long pixels) throws IOException;
  }

  /** Hands out all files once, sorted by path; after {@link #lines}. */
  public void files(Files to) throws IOException {
    FoundFile[] last = {null};
    shop.files.forEach(
        (key, keyLength, bytes, from, length) -> {
          FoundFile found = FoundFile.read(key, keyLength, bytes, from);
          if (last[0] != null && last[0].path().equals(found.path())) {
            last[0] = last[0].and(found);
            return;
          }
          hand(last[0], to);
          last[0] = found;
        });
    hand(last[0], to);
  }

  private static void hand(FoundFile file, Files to) throws IOException {
    if (file != null) {
      to.file(file.path(), file.size(), file.pixels());
    }
  }

  @Override
  public void close() throws IOException {
    shop.close();
  }
}
