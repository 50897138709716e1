package dev.packhorse.connectors.server.upload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.api.Client;
import dev.packhorse.connectors.server.http.Answer;
import dev.packhorse.connectors.server.http.Body;
import dev.packhorse.connectors.server.http.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The calls of the upload API (rest-api reference 2.1 to 2.4). */
final class Uploads {
  /** Less than the 300 seconds after which a server cuts a request. */
  private static final Duration CHUNK = Duration.ofSeconds(280);

  private final Client client;
  private final boolean local;

  /**
   * @param local whether the server is asked over its socket, where nobody is signed in
   */
  Uploads(Client client, boolean local) {
    this.client = client;
    this.local = local;
  }

  UploadRecord create(String filename, long size) throws IOException {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("type", "import");
    wanted.put("filename", filename);
    wanted.put("file_size", size);
    if (local) {
      wanted.put("user_id", "nouser");
    }
    Call call = Call.post("/uploads", Client.body(wanted));
    try (Answer answer = client.raw(call)) {
      if (answer.status() >= 500 && answer.status() != 501) {
        throw new IOException("status " + answer.status());
      }
      if (answer.status() != 201) {
        UploadProblem.check(client, answer, size);
      }
      return UploadRecord.of(client.json(call, answer));
    }
  }

  /** The record of an upload; null if it is complete or was removed. */
  UploadRecord get(String id) throws IOException {
    JsonNode said = client.find(Call.get("/uploads/" + Call.encoded(id)));
    return said == null ? null : UploadRecord.of(said);
  }

  /** The unfinished upload of this name and size; null if there is none. */
  UploadRecord unfinished(String filename, long size) throws IOException {
    String user = local ? "nouser" : "me";
    for (JsonNode each : client.ask(Call.get("/users/" + user + "/uploads"))) {
      UploadRecord record = UploadRecord.of(each);
      if (record.type().equals("import")
          && record.filename().equals(filename)
          && record.size() == size) {
        return record;
      }
    }
    return null;
  }

  /** Sends bytes, once; they land where the server's own offset is. */
  Answer send(String id, long length, Body.Opener bytes) throws IOException {
    Call call = Call.post("/uploads/" + Call.encoded(id), Body.bytes(length, bytes)).within(CHUNK);
    return client.raw(call);
  }

  /** Names of the files that can be imported. */
  Set<String> imports() throws IOException {
    Set<String> names = new TreeSet<>();
    client.ask(Call.get("/imports")).forEach(name -> names.add(name.asText()));
    return names;
  }

  /** Removes a file; servers before 10.10 know no way to do so and keep it for 30 days. */
  boolean delete(String name) throws IOException {
    return client.find(Call.delete("/imports/" + Call.encoded(name))) != null;
  }
}
