package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.state.Emoji;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.util.Comparator;
import java.util.List;

/** Emoji that people made; 501 where they are switched off. */
final class EmojiRoutes {
  private EmojiRoutes() {}

  static void add(RouteTable routes) {
    routes.remote("GET /emoji", EmojiRoutes::list);
    routes.remote("GET /emoji/name/{name}", x -> Reply.json(200, named(x).json()));
    routes.remote("GET /emoji/{emoji_id}", x -> Reply.json(200, emoji(x).json()));
    routes.remote(
        "GET /emoji/{emoji_id}/image", x -> Reply.bytes(200, "image/png", emoji(x).image()));
  }

  private static void on(Exchange x) {
    if (!x.world().config.on("ServiceSettings.EnableCustomEmoji")) {
      throw new Refusal(501, "api.emoji.disabled.app_error", "Custom emoji are off.");
    }
  }

  private static Reply list(Exchange x) {
    on(x);
    Comparator<Emoji> order =
        x.query("sort").equals("name")
            ? Comparator.comparing(Emoji::name)
            : Comparator.comparing(Emoji::id);
    List<Emoji> all = x.world().emoji.values().stream().sorted(order).toList();
    return Reply.json(200, x.page(all).stream().map(Emoji::json).toList());
  }

  private static Emoji emoji(Exchange x) {
    on(x);
    return found(x.world().emoji.get(x.variable("emoji_id")));
  }

  private static Emoji named(Exchange x) {
    on(x);
    return found(
        x.world().emoji.values().stream()
            .filter(emoji -> emoji.name().equals(x.variable("name")))
            .findFirst()
            .orElse(null));
  }

  private static Emoji found(Emoji emoji) {
    if (emoji == null) {
      throw new Refusal(404, "app.emoji.get.no_result", "No such emoji.");
    }
    return emoji;
  }
}
