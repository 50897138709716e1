package dev.packhorse.connectors.database.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.connectors.spi.Staging;
import dev.packhorse.formats.model.Emoji;
import dev.packhorse.formats.model.User;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures are looked at when records are made; what becomes of them later costs no record. */
class StagedPicturesTest {
  private static TestDatabase database;

  @TempDir Path folder;
  private Path files;

  /** A store that gives each picture so many times, and then fails as disks do. */
  private record Failing(FileStore store, int times, Map<String, Integer> asked)
      implements FileStore {
    Failing(FileStore store, int times) {
      this(store, times, new ConcurrentHashMap<>());
    }

    @Override
    public String name() {
      return store.name();
    }

    @Override
    public long size(String path) throws IOException {
      return store.size(path);
    }

    @Override
    public InputStream open(String path) throws IOException {
      if (asked.merge(path, 1, Integer::sum) > times) {
        throw new IOException("Input/output error");
      }
      return store.open(path);
    }

    @Override
    public void check() {}

    @Override
    public void close() {}
  }

  @BeforeAll
  static void start() {
    database = TestDatabases.postgres().create().withMattermost537();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void store() throws IOException {
    files = Exported.store("postgres", Files.createDirectory(folder.resolve("files")));
  }

  private Exported exported(FileStore store) throws IOException {
    Exported.Wish wish = new Exported.Wish();
    wish.store = store;
    return Exported.of(database, Files.createTempDirectory(folder, "scratch"), wish);
  }

  @Test
  void picturesThatAreGoneAfterStagingCostNobodyTheAccount() throws IOException {
    Exported whole = exported(new Exported.Folder(files));
    Exported exported = exported(new Failing(new Exported.Folder(files), 1));
    assertThat(exported.refused).isEmpty();
    assertThat(exported.found).isEqualTo(whole.found);
    assertThat(exported.all(User.class)).anyMatch(user -> user.profileImage() != null);
  }

  @Test
  void aPictureThatIsBeingWrittenAnewIsNotCopiedByHalves() throws IOException {
    Exported.Wish calm = new Exported.Wish();
    calm.store = new Exported.Folder(files);
    try (DatabaseSource source =
        Exported.source(database, Files.createDirectory(folder.resolve("half")), calm)) {
      source.stage(Staging.UNWATCHED);
      int pictures = 0;
      for (SourceFile file : source.outgoingFiles()) {
        if (file.path().startsWith("users/")) {
          Path real = files.resolve(file.path());
          byte[] whole = Files.readAllBytes(real);
          try (InputStream in = file.opener().open()) {
            assertThat(in.readAllBytes()).isEqualTo(whole);
          }
          Files.write(real, Arrays.copyOf(whole, 12));
          assertThatThrownBy(() -> file.opener().open())
              .isInstanceOf(IOException.class)
              .hasMessageContaining("no picture any more");
          pictures++;
        }
      }
      assertThat(pictures).isPositive();
    }
  }

  @Test
  void aPictureThatCannotBeReadAtStagingIsLostAndItsAccountKept() throws IOException {
    int accounts = exported(null).all(User.class).size();
    Exported exported = exported(new Failing(new Exported.Folder(files), 0));
    assertThat(exported.all(User.class)).hasSize(accounts).allMatch(u -> u.profileImage() == null);
    assertThat(exported.all(Emoji.class)).isEmpty();
    assertThat(exported.account("Pictures of Users").lost()).containsOnlyKeys("file can't be read");
    assertThat(exported.codes()).contains("data.file.unreadable");
    assertThat(exported.accounts).allMatch(account -> account.unexplained() == 0);
  }
}
