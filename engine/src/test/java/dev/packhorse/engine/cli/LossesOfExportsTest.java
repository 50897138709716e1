package dev.packhorse.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.engine.Packhorse;
import dev.packhorse.engine.Packhorse.Result;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports that lose files or refuse records: every book says the same of it. */
class LossesOfExportsTest {
  private static TestDatabase database;
  private static final List<String> PICTURES = new ArrayList<>();
  private static final List<String> FILES = new ArrayList<>();

  @TempDir private static Path store;
  @TempDir Path folder;
  private Packhorse packhorse;

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabases.postgres().create().withMattermost537();
    try (Connection connection = database.connect()) {
      String written = "SELECT f.Path FROM FileInfo f JOIN Posts p ON f.PostId = p.Id";
      FILES.addAll(
          texts(
              connection,
              written
                  + " JOIN Channels c ON c.Id = p.ChannelId JOIN Teams t ON t.Id = c.TeamId"
                  + " WHERE f.DeleteAt = 0 AND p.DeleteAt = 0 AND t.DeleteAt = 0 ORDER BY f.Id"));
      PICTURES.addAll(
          texts(
              connection,
              "SELECT 'users/' || Id || '/profile.png' FROM Users WHERE LastPictureUpdate > 0"
                  + " AND Username <> 'anna_k'"));
      texts(connection, "SELECT Path FROM FileInfo").forEach(path -> write(path, false));
      texts(connection, "SELECT 'emoji/' || Id || '/image' FROM Emoji")
          .forEach(path -> write(path, true));
    }
    PICTURES.forEach(path -> write(path, true));
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static void write(String path, boolean picture) {
    try {
      Path file = store.resolve(path);
      Files.createDirectories(file.getParent());
      if (picture) {
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
      } else {
        Files.writeString(file, path);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void keepApart() {
    packhorse = new Packhorse(folder.resolve("state"));
    VanishingFiles.GONE.clear();
  }

  private Result export(Object... more) {
    List<Object> words = new ArrayList<>();
    words.addAll(List.of("export", database.address(), "-o", folder.resolve("out.zip")));
    words.addAll(List.of("--files", "vanishing:" + store));
    words.addAll(List.of(more));
    return packhorse.run(words.toArray());
  }

  private static int number(String out, String row, int column) {
    String line = out.lines().filter(each -> each.startsWith(row + " ")).findFirst().orElseThrow();
    String[] cells = line.substring(row.length()).strip().split(" +");
    return Integer.parseInt(cells[column].replace(",", ""));
  }

  @Test
  void whatVanishesBetweenStagingAndCopyingIsLostInEveryBookAndRefusesNothing() {
    assertThat(PICTURES).isNotEmpty();
    Result whole = export();
    VanishingFiles.GONE.addAll(PICTURES);
    VanishingFiles.GONE.add(FILES.get(0));
    Result result = export("--replace");
    String out = result.out();
    assertThat(result.exitCode()).as(out + result.err()).isEqualTo(3);
    assertThat(out).doesNotContain("refused.", "image.undecodable", "refused with its record");
    int files = number(whole.out(), "FileInfo", 1);
    assertThat(number(out, "FileInfo", 1)).isEqualTo(files - 1);
    assertThat(number(out, "Pictures of Users", 1)).isZero();
    assertThat(out).containsPattern("file could not be copied +1\n");
    assertThat(out).containsPattern("file could not be copied +" + PICTURES.size() + "\n");
    assertThat(out).contains("lost: " + (PICTURES.size() + 1) + " files that can't be read");
    assertThat(out).containsPattern("warning file.lost +" + (PICTURES.size() + 1));
  }

  @Test
  void oneLostFileIsOneFile() {
    VanishingFiles.GONE.add(FILES.get(0));
    assertThat(export().out()).contains("lost: 1 file that can't be read");
  }

  @Test
  void whatIsRefusedIsLostInItsChannelAndWithItsPicture() {
    Result result = export("--per-channel", "--max-image-pixels", "300");
    String out = result.out();
    assertThat(result.exitCode()).as(out + result.err()).isEqualTo(3);
    int lost = number(out, "Posts", 3);
    assertThat(lost).isPositive();
    assertThat(number(out, "Pictures of Users", 3)).isEqualTo(PICTURES.size());
    int inChannels = 0;
    boolean channels = false;
    for (String line : (Iterable<String>) out.lines()::iterator) {
      channels |= line.startsWith("messages of channel");
      channels &= !line.isBlank();
      if (channels && line.startsWith("  refused with its record ")) {
        inChannels += Integer.parseInt(line.replaceAll("[^0-9]", ""));
      }
    }
    assertThat(inChannels).isEqualTo(lost);
  }
}
