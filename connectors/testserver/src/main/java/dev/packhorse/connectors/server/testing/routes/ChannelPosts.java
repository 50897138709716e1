package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.state.Channel;
import dev.packhorse.connectors.server.testing.state.Post;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The posts of a channel in the four ways to ask for them (rest-api reference 4.3). */
final class ChannelPosts {
  private static final int MOST_SINCE = 1000;
  private static final Comparator<Post> NEWEST_FIRST =
      Comparator.comparingLong((Post post) -> post.createAt)
          .reversed()
          .thenComparing(post -> post.id);

  private ChannelPosts() {}

  static Reply list(Exchange x) {
    World world = x.world();
    Channel channel = ChannelRoutes.channel(x);
    boolean deleted = x.asked("include_deleted") && world.profile.since(6, 0);
    if (deleted) {
      x.administratorOnly();
    }
    if (!x.query("since").isEmpty()) {
      return since(x, channel);
    }
    List<Post> all =
        channel.posts.stream()
            .filter(post -> deleted || post.deleteAt == 0)
            .sorted(NEWEST_FIRST)
            .toList();
    List<Post> page;
    if (!x.query("before").isEmpty()) {
      page = before(x, all);
    } else if (!x.query("after").isEmpty()) {
      page = after(x, all);
    } else {
      page = x.page(all);
    }
    if (page.isEmpty()) {
      return Reply.json(200, PostList.of(world, page));
    }
    int first = all.indexOf(page.get(0));
    int last = all.indexOf(page.get(page.size() - 1));
    String next = first > 0 ? all.get(first - 1).id : "";
    String previous = last < all.size() - 1 ? all.get(last + 1).id : "";
    return Reply.json(200, PostList.of(world, page, next, previous, false));
  }

  /** By the time of change, deleted ones too, in no order, and no word when there were more. */
  private static Reply since(Exchange x, Channel channel) {
    long since;
    try {
      since = Long.parseLong(x.query("since"));
    } catch (NumberFormatException e) {
      throw Refusal.url("since");
    }
    List<Post> changed =
        channel.posts.stream()
            .filter(post -> post.updateAt > since)
            .sorted(Comparator.comparing(post -> post.id))
            .limit(MOST_SINCE)
            .toList();
    return Reply.json(200, PostList.of(x.world(), changed));
  }

  /** Strictly older: other posts of the anchor's millisecond are lost. */
  private static List<Post> before(Exchange x, List<Post> all) {
    Post anchor = anchor(x, "before");
    if (anchor == null) {
      return List.of();
    }
    return x.page(all.stream().filter(post -> post.createAt < anchor.createAt).toList());
  }

  private static List<Post> after(Exchange x, List<Post> all) {
    Post anchor = anchor(x, "after");
    if (anchor == null) {
      return List.of();
    }
    List<Post> newer =
        new ArrayList<>(all.stream().filter(post -> post.createAt > anchor.createAt).toList());
    Collections.reverse(newer);
    List<Post> page = new ArrayList<>(x.page(newer));
    Collections.reverse(page);
    return page;
  }

  /** Null if the post was deleted, and then nothing is found. */
  private static Post anchor(Exchange x, String name) {
    if (!x.query(name).matches("[a-z0-9]{26}")) {
      throw Refusal.url(name);
    }
    Post anchor = x.world().posts.get(x.query(name));
    return anchor == null || anchor.deleteAt > 0 ? null : anchor;
  }
}
