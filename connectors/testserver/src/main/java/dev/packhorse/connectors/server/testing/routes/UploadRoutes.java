package dev.packhorse.connectors.server.testing.routes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.Store;
import dev.packhorse.connectors.server.testing.state.Upload;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/** Uploads and the archives that they leave (rest-api reference 2.1 to 2.4). */
final class UploadRoutes {
  /** Who uploads over the socket. */
  private static final String NOBODY = "nouser";

  private UploadRoutes() {}

  static void add(RouteTable routes) {
    routes.both("POST /uploads", UploadRoutes::create);
    routes.both("GET /uploads/{upload_id}", UploadRoutes::show);
    routes.streamed("POST /uploads/{upload_id}", UploadData::receive);
    routes.both("GET /users/{user_id}/uploads", UploadRoutes::unfinished);
    routes.both("GET /imports", UploadRoutes::imports);
    routes.both("DELETE /imports/{name}.zip", UploadRoutes::delete);
  }

  static void attachmentsOn(World world) {
    if (!world.config.on("FileSettings.EnableFileAttachments")) {
      throw new Refusal(501, "api.file.attachments.disabled.app_error", "Attachments are off.");
    }
  }

  private static Reply create(Exchange x) throws IOException {
    World world = x.world();
    attachmentsOn(world);
    Map<String, Object> said = said(x);
    boolean ofImport = said.get("type").equals("import");
    if (ofImport) {
      x.administratorOnly();
    }
    String user = x.local() ? x.object("upload").path("user_id").asText() : x.me().id;
    if (user.isEmpty()) {
      throw invalid("user_id");
    }
    if (!ofImport && !said.get("type").equals("attachment")) {
      throw invalid("type");
    }
    if (((String) said.get("filename")).isEmpty()) {
      throw invalid("filename");
    }
    long size = (Long) said.get("file_size");
    if (size > world.config.number("FileSettings.MaxFileSize")) {
      String prefix = world.profile.since(6, 0) ? "api" : "app";
      throw new Refusal(
          413, prefix + ".upload.create.upload_too_large.app_error", "The file is too large.");
    }
    if (size <= 0) {
      throw invalid("file_size");
    }
    return Reply.json(201, world.addUpload(said, user).json());
  }

  private static Map<String, Object> said(Exchange x) {
    JsonNode json = x.object("upload");
    JsonNode size = json.path("file_size");
    boolean typed =
        (size.isMissingNode() || size.isIntegralNumber())
            && (json.path("filename").isMissingNode() || json.path("filename").isTextual())
            && (json.path("type").isMissingNode() || json.path("type").isTextual());
    if (!typed) {
      throw Refusal.body("upload");
    }
    String name = json.path("filename").asText();
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("type", json.path("type").asText());
    said.put("filename", name.substring(name.lastIndexOf('/') + 1));
    said.put("file_size", size.asLong());
    said.put("channel_id", json.path("channel_id").asText());
    return said;
  }

  private static Refusal invalid(String field) {
    return new Refusal(
        400, "model.upload_session.is_valid." + field + ".app_error", "Invalid " + field + ".");
  }

  /** The record of the path; once complete there is none any more. */
  static Upload upload(Exchange x) {
    Upload upload = x.world().uploads.get(x.variable("upload_id"));
    if (upload == null) {
      throw new Refusal(404, "app.upload.get.app_error", "Failed to get upload.");
    }
    UploadLock.noticed(x.world(), upload);
    return upload;
  }

  private static Reply show(Exchange x) {
    Upload upload = upload(x);
    if (!x.administrator() && !upload.userId.equals(x.me().id)) {
      throw new Refusal(403, "api.upload.get_upload.forbidden.app_error", "Not your upload.");
    }
    return Reply.json(200, upload.json());
  }

  private static Reply unfinished(Exchange x) {
    String id = x.variable("user_id");
    String user = id.equals("me") && x.me() != null ? x.me().id : id;
    if (!user.equals(x.local() ? NOBODY : x.me().id)) {
      throw new Refusal(403, "api.user.get_uploads_for_user.forbidden.app_error", "Not yours.");
    }
    x.world().uploads.values().forEach(upload -> UploadLock.noticed(x.world(), upload));
    return Reply.json(
        200,
        x.world().uploads.values().stream()
            .filter(upload -> upload.userId.equals(user))
            .map(Upload::json)
            .toList());
  }

  private static Reply imports(Exchange x) {
    x.administratorOnly();
    return Reply.json(200, Store.names(x.world().store.imports()));
  }

  /** Success, too, if there is no such file. */
  private static Reply delete(Exchange x) throws IOException {
    if (x.world().profile.before(10, 10)) {
      throw Refusal.noRoute();
    }
    x.administratorOnly();
    Files.deleteIfExists(x.world().store.imports().resolve(x.variable("name")).normalize());
    return Reply.ok();
  }
}
