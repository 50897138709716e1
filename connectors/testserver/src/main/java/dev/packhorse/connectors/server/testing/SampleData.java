package dev.packhorse.connectors.server.testing;

import dev.packhorse.connectors.server.testing.state.Channel;
import dev.packhorse.connectors.server.testing.state.Directs;
import dev.packhorse.connectors.server.testing.state.Post;
import dev.packhorse.connectors.server.testing.state.Team;
import dev.packhorse.connectors.server.testing.state.TestClock;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.state.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Data with all that makes reading hard (rest-api reference 7.7): channels of each type, a thread
 * over the boundary of a page, posts of one millisecond on a boundary, a deleted post, a lost file.
 */
public final class SampleData {
  private static final long HOUR = 3_600_000;

  /** Posts in the long channel; more than two pages of 200. */
  private static final int LONG = 450;

  private final World world;
  private final List<User> users = new ArrayList<>();

  private SampleData(World world) {
    this.world = world;
  }

  /**
   * Fills a server.
   *
   * @param users how many accounts, at least three
   */
  public static void fill(FakeServer fake, int users) {
    synchronized (fake.world()) {
      new SampleData(fake.world()).fill(users);
    }
  }

  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      User user = world.addUser("user%04d".formatted(i));
      user.firstName = "First " + i;
      users.add(user);
    }
    world.addUser("left").inactive();
    world.addUser("robot").asBot().botOwner = users.get(0).id;
    Team team = world.addTeam("crew").title("The Crew").with(users.toArray(new User[0]));
    world.channelNamed(team, "town-square").with(users.toArray(new User[0]));
    Channel channel = world.addChannel(team, "long", "O").with(users.toArray(new User[0]));
    posts(channel);
    Channel closed = world.addChannel(team, "closed", "P").with(users.get(0), users.get(1));
    world.addPost(closed, users.get(1), "for members only").at(TestClock.START - HOUR);
    Channel archived = world.addChannel(team, "archived", "O").archived();
    world.addPost(archived, users.get(2), "from the old days").at(TestClock.START - 9 * HOUR);
    directs();
  }

  /** Read backwards in pages of 200 or of 60, two posts of one millisecond lie on a boundary. */
  private void posts(Channel channel) {
    Post root = null;
    for (int i = 0; i < LONG; i++) {
      long at = TestClock.START - HOUR * 24 + (i == 249 || i == 390 ? i - 1 : i) * 1000L;
      Post post = world.addPost(channel, users.get(i % users.size()), "message " + i).at(at);
      if (i == 100) {
        root = post;
        root.followers.add(users.get(0).id);
      }
      if (root != null && i % 25 == 0 && i > 100) {
        post.under(root);
      }
      if (i % 50 == 7) {
        post.reaction(users.get(0), "thumbsup", at + 1);
      }
      if (i == 333) {
        post.deleted(at + 5000);
      }
    }
    byte[] body = "the whole file".getBytes(StandardCharsets.UTF_8);
    world.addFile(channel.posts.get(10), "kept.txt", body);
    world.addFile(channel.posts.get(11), "lost.txt", body).lost();
    world.addEmoji("horse", users.get(0), body);
  }

  private void directs() {
    Channel direct = Directs.channel(world, List.of(users.get(0), users.get(1)));
    world.addPost(direct, users.get(1), "between us").at(TestClock.START - 2 * HOUR);
    Channel self = Directs.channel(world, List.of(users.get(0), users.get(0)));
    world.addPost(self, users.get(0), "note to myself").at(TestClock.START - 2 * HOUR);
    Channel group = Directs.channel(world, users.subList(0, 3));
    world.addPost(group, users.get(2), "among us").at(TestClock.START - 2 * HOUR);
  }
}
