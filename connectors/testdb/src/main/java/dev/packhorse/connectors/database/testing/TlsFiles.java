package dev.packhorse.connectors.database.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An authority of its own, and a certificate that it signed for {@code localhost} and no other
 * name; all in PEM.
 */
public record TlsFiles(Path authority, Path certificate, Path key) {
  private static final String PASSWORD = "changeit";

  /**
   * @param folder empty; it stays as long as the files are needed
   */
  public static TlsFiles make(Path folder) {
    try {
      Path store = folder.resolve("keys.p12");
      Path request = folder.resolve("server.csr");
      TlsFiles files =
          new TlsFiles(
              folder.resolve("authority.pem"),
              folder.resolve("server.pem"),
              folder.resolve("server.key"));
      String[] pair = {"-genkeypair", "-keyalg", "RSA", "-validity", "7"};
      keytool(store, "authority", pair, "-dname", "CN=Test authority", "-ext", "bc:c");
      keytool(store, "server", pair, "-dname", "CN=localhost");
      String[] export = {"-exportcert", "-rfc"};
      keytool(store, "authority", export, "-file", files.authority.toString());
      keytool(store, "server", new String[] {"-certreq"}, "-file", request.toString());
      String[] sign = {"-gencert", "-rfc", "-validity", "7", "-ext", "san=dns:localhost"};
      keytool(
          store,
          "authority",
          sign,
          "-infile",
          request.toString(),
          "-outfile",
          files.certificate.toString());
      files.writeKey(store);
      return files;
    } catch (IOException | InterruptedException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(Path store, String alias, String[] command, String... more)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    words.addAll(List.of(command));
    words.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD, "-alias", alias));
    words.addAll(List.of(more));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  private void writeKey(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    byte[] bytes = keys.getKey("server", PASSWORD.toCharArray()).getEncoded();
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Files.createFile(key);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(
        key, "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
  }
}
