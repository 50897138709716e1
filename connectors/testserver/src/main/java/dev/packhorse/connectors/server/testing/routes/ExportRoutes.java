package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.state.ExportPlan;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.Store;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Files of export jobs (rest-api reference 3.3, 3.4 and 7.6). */
final class ExportRoutes {
  private ExportRoutes() {}

  static void add(RouteTable routes) {
    routes.both("GET /exports", ExportRoutes::list);
    routes.both("GET /exports/{name}.zip", ExportRoutes::download);
    routes.both("DELETE /exports/{name}.zip", ExportRoutes::delete);
    routes.both("POST /exports/{name}/presign-url", ExportRoutes::link);
  }

  private static Reply list(Exchange x) {
    x.administratorOnly();
    return Reply.json(200, Store.names(x.world().store.exports()));
  }

  private static Path file(Exchange x) {
    return x.world().store.exports().resolve(Path.of(x.variable("name")).getFileName().toString());
  }

  private static Reply download(Exchange x) throws IOException {
    x.administratorOnly();
    Path file = file(x);
    grow(x.world().exportPlan, file);
    if (!Files.exists(file)) {
      throw new Refusal(404, "api.export.export_not_found.app_error", "No such export.");
    }
    return Ranges.of(x.request(), "application/zip", file);
  }

  /** Each download that is begun sees more than the one before. */
  private static void grow(ExportPlan plan, Path file) throws IOException {
    byte[] whole = plan.growing.get(file);
    if (whole == null) {
      return;
    }
    if (plan.looks-- <= 0) {
      plan.growing.remove(file);
      Files.write(file, whole);
    } else if (Files.exists(file)) {
      long more = (Files.size(file) + whole.length) / 2;
      Files.write(file, Arrays.copyOf(whole, (int) Math.min(more, whole.length - 1)));
    }
  }

  private static Reply delete(Exchange x) throws IOException {
    x.administratorOnly();
    x.world().exportPlan.growing.remove(file(x));
    Files.deleteIfExists(file(x));
    return Reply.ok();
  }

  /** The misspelt id is the real one. */
  private static Reply link(Exchange x) {
    if (x.world().profile.before(8, 1)) {
      throw Refusal.noRoute();
    }
    x.administratorOnly();
    throw new Refusal(500, "app.eport.generate_presigned_url.featureflag.app_error", "Off.");
  }
}
