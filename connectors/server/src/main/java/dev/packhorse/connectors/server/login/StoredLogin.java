package dev.packhorse.connectors.server.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.packhorse.connectors.server.http.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * A login that outlives the command: a file for each server, which only its owner may read.
 *
 * @param session whether the token ends with a logout; one that the user made by hand does not
 */
record StoredLogin(String username, String token, boolean session) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** The login of a server; null if there is none. */
  static StoredLogin load(Path folder, ServerAddress server) throws IOException {
    try {
      JsonNode stored = JSON.readTree(Files.readAllBytes(file(folder, server)));
      return new StoredLogin(
          stored.path("username").asText(""),
          stored.path("token").asText(""),
          stored.path("session").asBoolean());
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  void save(Path folder, ServerAddress server) throws IOException {
    Files.createDirectories(folder, FOLDER);
    byte[] bytes =
        JSON.writeValueAsBytes(
            Map.of(
                "server", server.canonical(),
                "username", username,
                "token", token,
                "session", session));
    Path partial = folder.resolve(server.fileName() + ".partial");
    Files.deleteIfExists(partial);
    Files.createFile(partial, FILE);
    Files.write(partial, bytes, StandardOpenOption.WRITE);
    Files.move(partial, file(folder, server), StandardCopyOption.ATOMIC_MOVE);
  }

  static void forget(Path folder, ServerAddress server) throws IOException {
    Files.deleteIfExists(file(folder, server));
  }

  private static Path file(Path folder, ServerAddress server) {
    return folder.resolve(server.fileName() + ".json");
  }

  @Override
  public String toString() {
    return "login of " + username;
  }
}
