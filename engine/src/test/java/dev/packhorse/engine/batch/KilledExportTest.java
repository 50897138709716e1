package dev.packhorse.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.engine.Packhorse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of exports of a database with files: what comes out in the end is what an
 * undisturbed run writes.
 */
class KilledExportTest {
  private static final int FILES = 400;
  private static final int FILE_SIZE = 150_000;
  private static final int LOST = 3;

  /** What an export is doing. */
  private enum Phase {
    STAGING(2_500),
    CHECKING(150),
    LINES(1),
    FILES(150);

    /** So many milliseconds it takes, more or less. */
    private final long patience;

    Phase(long patience) {
      this.patience = patience;
    }
  }

  @TempDir Path folder;

  private TestDatabase database;
  private Path store;
  private Path target;
  private long filesFrom;

  @BeforeEach
  void start() {
    database = TestDatabases.postgres().create().withMattermost537();
  }

  @AfterEach
  void stop() {
    database.close();
  }

  /** Threads of ten, with reactions and files. */
  private void fill(int posts) throws IOException {
    database.run(
        """
        INSERT INTO Posts (Id, ChannelId, UserId, RootId, CreateAt, UpdateAt, EditAt, DeleteAt,
                           Message, OriginalId, Type, Props, FileIds)
        SELECT 'p' || n, c.Id, u.Id, CASE WHEN n %% 10 = 0 THEN '' ELSE 'p' || n / 10 * 10 END,
               1600000000000 + n * 1000::bigint, 0, 0, 0, repeat('message ' || n || ' ', 10),
               '', '', '{"n":' || n || '}', '[]'
        FROM generate_series(10, %d) n,
             (SELECT min(Id) AS Id FROM Channels WHERE Name = 'backend') c,
             (SELECT Id FROM Users WHERE Username = 'anna_k') u
        """
            .formatted(posts),
        """
        INSERT INTO Reactions (PostId, UserId, EmojiName, CreateAt, UpdateAt, DeleteAt)
        SELECT Id, UserId, 'tada', CreateAt, CreateAt, 0 FROM Posts WHERE Id LIKE 'p%5'
        """,
        """
        INSERT INTO FileInfo (Id, PostId, CreatorId, CreateAt, UpdateAt, DeleteAt, Path, Size)
        SELECT 'f' || n, 'p' || n * 10, '', 1, 1, 0, 'kill/' || n || '.bin', %d
        FROM generate_series(1, %d) n
        """
            .formatted(FILE_SIZE, FILES));
    store = folder.resolve("store");
    Files.createDirectories(store.resolve("kill"));
    Random random = new Random(1);
    byte[] content = new byte[FILE_SIZE];
    for (int i = 1; i <= FILES; i++) {
      random.nextBytes(content);
      Files.write(store.resolve("kill/" + i + ".bin"), content);
    }
  }

  private Object[] export(Path to, String... more) {
    String[] words = {"export", database.address(), "--files", store.toString(), "-o", "" + to};
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray();
  }

  @Test
  void aKilledExportGoesOnToTheSameBytes() throws Exception {
    kill(30_000, 4);
  }

  @Tag("long")
  @Test
  void aLargeKilledExportGoesOnToTheSameBytes() throws Exception {
    kill(100_000, 24);
  }

  private void kill(int posts, int kills) throws Exception {
    fill(posts);
    Path whole = folder.resolve("whole.zip");
    Packhorse undisturbed = new Packhorse(folder.resolve("undisturbed"));
    Packhorse.Result expected = undisturbed.run(export(whole));
    // Most files of the database of 5.37 are not in this store.
    assertThat(expected.exitCode()).as(expected.out() + expected.err()).isEqualTo(LOST);
    filesFrom = offsetOfFiles(whole);
    target = folder.resolve("cut.zip");
    Packhorse disturbed = new Packhorse(folder.resolve("disturbed"));
    Map<Phase, Integer> killed = new EnumMap<>(Phase.class);
    Random random = new Random(kills);
    int count = 0;
    while (count < kills || killed.size() < Phase.values().length) {
      long begun = System.currentTimeMillis();
      Phase wanted = wanted(killed);
      Path log = folder.resolve("log-" + count);
      Process process = disturbed.start(log, export(target, "--replace"));
      while (process.isAlive() && phase(disturbed, begun).compareTo(wanted) < 0) {
        Thread.sleep(2);
      }
      process.waitFor(random.nextLong(wanted.patience), TimeUnit.MILLISECONDS);
      if (process.isAlive()) {
        process.destroyForcibly().waitFor();
        killed.merge(phase(disturbed, begun), 1, Integer::sum);
        count++;
      } else {
        assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(LOST);
        assertThat(target).hasSameBinaryContentAs(whole);
      }
    }
    Packhorse.Result last = disturbed.run(export(target, "--replace"));
    assertThat(last.exitCode()).as(last.out() + last.err()).isEqualTo(LOST);
    assertThat(target).hasSameBinaryContentAs(whole);
    assertThat(folder.resolve("cut.zip.partial")).doesNotExist();
  }

  /** The phase in which fewest were killed. */
  private static Phase wanted(Map<Phase, Integer> killed) {
    return Arrays.stream(Phase.values())
        .min(Comparator.comparing(phase -> killed.getOrDefault(phase, 0)))
        .orElseThrow();
  }

  private static long offsetOfFiles(Path zip) throws IOException {
    try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
      for (ZipArchiveEntry entry : file.getEntriesInPhysicalOrder("data/kill/1.bin")) {
        return entry.getLocalHeaderOffset();
      }
    }
    throw new AssertionError("no files in " + zip);
  }

  /** As seen from outside by a run that began at that time, in epoch milliseconds. */
  private Phase phase(Packhorse packhorse, long begun) throws IOException {
    long written = written(begun);
    if (written > 0) {
      return written < filesFrom ? Phase.LINES : Phase.FILES;
    }
    return exists(packhorse.stateFolder(), "stage.properties") ? Phase.CHECKING : Phase.STAGING;
  }

  private long written(long since) throws IOException {
    Path partial = folder.resolve("cut.zip.partial");
    try {
      return Files.getLastModifiedTime(partial).toMillis() >= since ? Files.size(partial) : 0;
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  private static boolean exists(Path state, String name) {
    if (!Files.exists(state)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(state)) {
      return files.anyMatch(file -> file.endsWith(name));
    } catch (IOException | java.io.UncheckedIOException e) {
      return false; // something was removed under our eyes; the next look tells
    }
  }
}
