package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.state.Channel;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.StoredFile;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Attachments; none of it is on the socket (rest-api reference 1.3). */
final class FileRoutes {
  private FileRoutes() {}

  static void add(RouteTable routes) {
    routes.remote("POST /files", FileRoutes::create);
    routes.remote("GET /files/{file_id}/info", x -> Reply.json(200, file(x).json()));
    routes.remote("GET /files/{file_id}", FileRoutes::body);
  }

  private static StoredFile file(Exchange x) {
    StoredFile file = x.world().files.get(x.variable("file_id"));
    if (file == null) {
      throw new Refusal(404, "app.file_info.get.app_error", "Unable to get the file info.");
    }
    Channel channel = x.world().channels.get(file.channelId);
    boolean member = channel != null && channel.members.containsKey(x.me().id);
    if (!x.administrator() && !member && !file.userId.equals(x.me().id)) {
      throw Refusal.permissions();
    }
    return file;
  }

  /** The record does not tell that the store has lost the body. */
  private static Reply body(Exchange x) throws IOException {
    StoredFile file = file(x);
    if (file.body == null) {
      throw new Refusal(404, "api.file.read_file.reading_local.app_error", "No such file.");
    }
    Path body = x.world().store.imports().resolveSibling("file-" + file.id);
    Files.write(body, file.body);
    return Ranges.of(x.request(), "application/octet-stream", body);
  }

  /** The form with the file as the whole body; a form of many parts is not taken here. */
  private static Reply create(Exchange x) {
    World world = x.world();
    UploadRoutes.attachmentsOn(world);
    Channel channel = world.channels.get(x.query("channel_id"));
    String name = x.query("filename");
    if (channel == null || name.isEmpty()) {
      throw Refusal.body(channel == null ? "channel_id" : "filename");
    }
    if (!x.administrator() && !channel.members.containsKey(x.me().id)) {
      throw Refusal.permissions();
    }
    StoredFile file = world.addLooseFile(channel, x.me(), name, x.bytes());
    return Reply.json(201, Map.of("file_infos", List.of(file.json()), "client_ids", List.of()));
  }
}
