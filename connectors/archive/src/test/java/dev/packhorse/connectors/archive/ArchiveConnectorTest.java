package dev.packhorse.connectors.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.spi.Connectors;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.connectors.spi.SourceOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to paths as addresses. */
class ArchiveConnectorTest {
  private static final byte[] VERSION =
      "{\"type\":\"version\",\"version\":1}\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private final ArchiveConnector connector = new ArchiveConnector();

  @ParameterizedTest
  @CsvSource({
    "export.jsonl, true",
    "-, true",
    "some/folder/, true",
    "a:b.zip, true",
    "postgres://user@host/mattermost, false",
    "https://chat.example.org, false"
  })
  void pathsAreItsAddressesAndSchemesAreNot(String address, boolean own) {
    assertThat(connector.handles(address)).isEqualTo(own);
    assertThat(Connectors.find(address).isPresent()).isEqualTo(own);
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.txt", "out", "-", "out.zip.bak", "out.gz"})
  void aNameThatPromisesNoFormIsRefused(String name) throws IOException {
    assertThat(connector.refusal(folder.resolve(name).toString(), true)).isPresent();
  }

  @Test
  void aFolderThatDoesNotExistIsNamed() throws IOException {
    assertThat(connector.refusal(folder.resolve("no/such/out.zip").toString(), true))
        .hasValueSatisfying(why -> assertThat(why).contains("no/such", "does not exist"));
  }

  @Test
  void aFileWhereTheDirectoryShallBeIsRefused() throws IOException {
    Files.write(folder.resolve("out"), VERSION);
    assertThat(connector.refusal(folder.resolve("out") + "/", true))
        .hasValueSatisfying(why -> assertThat(why).contains("is not a directory"));
  }

  @Test
  void anEmptyDirectoryMayBeFilledWithOrWithoutASlashBehindIt() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("out"));
    assertThat(connector.refusal(directory.toString(), false)).isEmpty();
    assertThat(connector.refusal(directory + "/", false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"export", "olddata", "data-2020"})
  void filesOfAWrappedArchiveAreNamedFromItsDataFolder(String top) throws IOException {
    Map<String, byte[]> files = Map.of("emoji/data/x.png", VERSION);
    String zip = Forms.zip(folder.resolve("in.zip"), top + "/", VERSION, files);
    List<String> paths = new ArrayList<>();
    try (Source source = connector.source(zip, SourceOptions.plain(folder, false))) {
      for (SourceFile file : source.outgoingFiles()) {
        paths.add(file.path());
        assertThat(source.files().find(file.path())).isNotNegative();
      }
    }
    assertThat(paths).containsExactly("emoji/data/x.png");
  }
}
