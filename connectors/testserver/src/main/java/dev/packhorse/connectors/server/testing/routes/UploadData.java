package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.Store;
import dev.packhorse.connectors.server.testing.state.Upload;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes the data of an upload, in exactly the order of rest-api reference 7.4. */
final class UploadData {
  /** S3 takes no smaller parts but for the last, and the server asks the same of every store. */
  private static final long SMALLEST_FIRST = 5_242_880;

  private final World world;
  private final Upload upload;
  private final Exchange x;
  private final Path part;

  private UploadData(Exchange x, Upload upload) {
    this.x = x;
    this.world = x.world();
    this.upload = upload;
    this.part = upload.bytes.resolveSibling(upload.id + ".part.tmp");
  }

  static Reply receive(Exchange x) throws IOException {
    World world = x.world();
    Upload upload;
    synchronized (world) {
      UploadRoutes.attachmentsOn(world);
      upload = UploadRoutes.upload(x);
      if (upload.ofImport()) {
        x.administratorOnly();
      } else if (!x.local() && !upload.userId.equals(x.me().id)) {
        throw Refusal.permissions();
      }
      if (x.request().body().length() > upload.fileSize - upload.fileOffset) {
        throw new Refusal(
            400, "api.upload.upload_data.invalid_content_length", "Invalid Content-Length.");
      }
      UploadLock.take(upload);
    }
    return new UploadData(x, upload).receive();
  }

  private Reply receive() throws IOException {
    IOException cut = null;
    try {
      read(upload.fileSize - upload.fileOffset);
    } catch (IOException e) {
      cut = e;
    }
    synchronized (world) {
      if (cut != null) {
        UploadLock.cut(world, upload, kept(true) ? appended() : upload.fileOffset);
        Files.deleteIfExists(part);
        throw cut;
      }
      try {
        return settled();
      } finally {
        UploadLock.release(upload);
        Files.deleteIfExists(part);
      }
    }
  }

  /** Surplus bytes of a body of unknown length are left unread, and nobody is told. */
  private void read(long most) throws IOException {
    InputStream in = x.request().body();
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(part)) {
      for (long left = most; left > 0; ) {
        int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (n < 0) {
          return;
        }
        out.write(buffer, 0, n);
        left -= n;
      }
    }
  }

  private Reply settled() throws IOException {
    boolean fails = world.store.appendFails();
    if (tooSmallFirst()) {
      if (fails && Files.size(part) == 0) {
        throw store("api.file.write_file.app_error");
      }
      throw new Refusal(
          400,
          "app.upload.upload_data.first_part_too_small.app_error",
          "The first part must be at least 5242880 Bytes in size.");
    }
    if (fails) {
      String what = upload.fileOffset == 0 ? "write" : "append";
      throw store("api.file." + what + "_file.app_error");
    }
    if (kept(false)) {
      upload.fileOffset = appended();
    }
    return upload.fileOffset < upload.fileSize ? Reply.noContent() : complete();
  }

  private boolean tooSmallFirst() throws IOException {
    long arrived = Files.size(part);
    return upload.fileOffset == 0 && arrived < SMALLEST_FIRST && arrived < upload.fileSize;
  }

  /** A disk keeps what arrived before a cut, S3 loses the part as a whole. */
  private boolean kept(boolean wasCut) throws IOException {
    return !tooSmallFirst() && !(wasCut && world.store.kind == Store.Kind.S3);
  }

  /** The new offset. */
  private long appended() throws IOException {
    if (upload.fileOffset == 0) {
      Files.deleteIfExists(upload.bytes);
    }
    try (OutputStream out =
        Files.newOutputStream(upload.bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      Files.copy(part, out);
    }
    return upload.fileOffset + Files.size(part);
  }

  private Reply complete() throws IOException {
    if (world.store.finalFails()) {
      throw store("app.upload.upload_data.move_file.app_error");
    }
    Path whole = world.store.imports().resolve(upload.id + "_" + upload.filename);
    if (upload.ofImport()) {
      Files.move(upload.bytes, whole);
    } else {
      Files.deleteIfExists(upload.bytes);
    }
    world.uploads.remove(upload.id);
    return Reply.json(200, info());
  }

  private static Refusal store(String id) {
    return new Refusal(500, id, "The file store failed.");
  }

  /** Its id is one of its own: neither the upload's nor the archive's. */
  private Map<String, Object> info() {
    long now = world.now();
    String name = upload.filename;
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", world.newId());
    json.put("user_id", upload.userId);
    json.put("channel_id", upload.channelId);
    json.put("create_at", now);
    json.put("update_at", now);
    json.put("delete_at", 0);
    json.put("name", name);
    json.put("extension", name.substring(name.lastIndexOf('.') + 1));
    json.put("size", upload.fileSize);
    json.put("mime_type", name.endsWith(".zip") ? "application/zip" : "");
    json.put("mini_preview", null);
    json.put("remote_id", "");
    if (world.profile.since(6, 0)) {
      json.put("archived", false);
    }
    return json;
  }
}
