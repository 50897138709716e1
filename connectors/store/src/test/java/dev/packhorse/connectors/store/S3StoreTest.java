package dev.packhorse.connectors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.connectors.spi.FileStoreAddress;
import dev.packhorse.connectors.spi.FileStores;
import dev.packhorse.connectors.spi.UnreachableStore;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class S3StoreTest extends FileStoreContract {
  private static S3Server server;
  // Its own for each test: this server can't have a key below another.
  private final String prefix = "/files/" + UUID.randomUUID() + "/";
  private FileStore opened;

  @BeforeAll
  static void start() throws Exception {
    server = new S3Server();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @AfterEach
  void close() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }

  private static FileStore open(String text, Map<String, String> options) throws IOException {
    return FileStores.open(new FileStoreAddress(text, options)).orElseThrow();
  }

  @Override
  FileStore store() throws IOException {
    if (opened == null) {
      opened = FileStores.open(server.address(prefix)).orElseThrow();
    }
    return opened;
  }

  @Override
  void put(String path, byte[] bytes) {
    server.put(prefix.substring(1) + path, bytes);
  }

  @Test
  void aKeyMayBeUrlEncodedAsSomeCloudsHaveThem() throws IOException {
    byte[] text = "cloud".getBytes(StandardCharsets.UTF_8);
    put("t/Gr%C3%BC%C3%9Fe%20%2B%25.txt", text);
    assertThat(store().size("t/Gr\u00FC\u00DFe +%.txt")).isEqualTo(text.length);
    assertThat(read("t/Gr\u00FC\u00DFe +%.txt")).isEqualTo(text);
  }

  @Test
  void manySizesAreAskedForInBulkAndSayTheSame() throws IOException {
    for (int i = 0; i < 30; i++) {
      put("many/file " + i, new byte[i]);
    }
    put("many/Gr%C3%BC%C3%9Fe.txt", new byte[77]);
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 30; i++) {
        assertThat(store().size("many/file " + i)).isEqualTo(i);
      }
      assertThat(store().size("many/Gr\u00FC\u00DFe.txt")).isEqualTo(77);
      assertThat(store().size("many/none")).isEqualTo(-1);
    }
    put("many/late", new byte[5]);
    assertThat(store().size("many/late")).isEqualTo(5);
  }

  @Test
  @Timeout(60)
  void aConnectionThatIsCutIsTakenUpWhereItStood() throws IOException {
    byte[] large = new byte[2_000_000];
    new Random(1).nextBytes(large);
    put("cut", large);
    try (CuttingLine line = new CuttingLine(server.port(), 4, 400_000);
        FileStore store = open("s3://" + S3Server.BUCKET + prefix, S3Server.options(line.port()));
        InputStream in = store.open("cut")) {
      assertThat(in.readAllBytes()).isEqualTo(large);
      assertThat(line.connections()).isGreaterThanOrEqualTo(5);
    }
  }

  @Test
  @Timeout(60)
  void aFileThatChangesBetweenTwoConnectionsIsNotPutTogetherFromBoth() throws IOException {
    byte[] large = new byte[2_000_000];
    put("changing", large);
    try (CuttingLine line = new CuttingLine(server.port(), 1, 1_000_000);
        FileStore store = open("s3://" + S3Server.BUCKET + prefix, S3Server.options(line.port()));
        InputStream in = store.open("changing")) {
      in.readNBytes(10_000);
      new Random(2).nextBytes(large);
      put("changing", large);
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("was changed while it was read");
    }
  }

  @Test
  @Timeout(120)
  void aLineThatIsCutForEverEndsAfterSomeAttempts() throws IOException {
    put("endless", new byte[1_000_000]);
    try (CuttingLine line = new CuttingLine(server.port(), Integer.MAX_VALUE, 300);
        FileStore store = open("s3://" + S3Server.BUCKET + prefix, S3Server.options(line.port()))) {
      assertThatThrownBy(
              () -> {
                try (InputStream in = store.open("endless")) {
                  in.readAllBytes();
                }
              })
          .isInstanceOf(UnreachableStore.class);
    }
  }

  @Test
  @Timeout(120)
  void nobodyAtTheOtherEndIsTold() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    try (FileStore store = open("s3://" + S3Server.BUCKET, S3Server.options(closed))) {
      assertThat(problem(store)).isEqualTo(StoreProblem.UNREACHABLE);
      assertThatThrownBy(() -> store.size("x")).isInstanceOf(UnreachableStore.class);
    }
  }

  @Test
  void aBucketThatIsNotThereIsToldAndNoFileOfItIsTakenForMissing() throws IOException {
    try (FileStore store = open("s3://no-such-bucket", server.options())) {
      assertThat(problem(store)).isEqualTo(StoreProblem.BUCKET_MISSING);
      assertThatThrownBy(() -> store.open("x")).isInstanceOf(UnreachableStore.class);
    }
  }

  @Test
  void wrongKeysAreTold() throws IOException {
    Map<String, String> wrong = new HashMap<>(server.options());
    wrong.put("secret-key", "another");
    try (FileStore store = open("s3://" + S3Server.BUCKET, wrong)) {
      assertThat(problem(store)).isEqualTo(StoreProblem.ACCESS_DENIED);
      assertThatThrownBy(() -> store.open("x")).isInstanceOf(UnreachableStore.class);
    }
    wrong.remove("secret-key");
    assertThatThrownBy(() -> open("s3://" + S3Server.BUCKET, wrong))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(StoreProblem.KEYS_MISSING));
  }

  private static Object problem(FileStore store) throws IOException {
    try {
      store.check();
      return null;
    } catch (ProblemException e) {
      return e.problem().code();
    }
  }
}
