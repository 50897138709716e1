package dev.packhorse.connectors.server.testing;

import dev.packhorse.connectors.server.testing.faults.FaultRule;
import dev.packhorse.connectors.server.testing.faults.Faults;
import dev.packhorse.connectors.server.testing.job.Sha256;
import dev.packhorse.connectors.server.testing.routes.Router;
import dev.packhorse.connectors.server.testing.state.Channel;
import dev.packhorse.connectors.server.testing.state.Imported;
import dev.packhorse.connectors.server.testing.state.JobPlan;
import dev.packhorse.connectors.server.testing.state.Post;
import dev.packhorse.connectors.server.testing.state.Profile;
import dev.packhorse.connectors.server.testing.state.Store;
import dev.packhorse.connectors.server.testing.state.Team;
import dev.packhorse.connectors.server.testing.state.TestClock;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Listener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A Mattermost server of this process. It listens on a free port of this machine and, if asked, on
 * a Unix socket, until it is closed.
 *
 * <pre>{@code
 * FakeServer fake = FakeServer.start();
 * String token = fake.personalToken(fake.user("ann").admin());
 * fake.on("POST /uploads/*").call(2).dropAfter(6 << 20);
 * }</pre>
 */
public final class FakeServer implements AutoCloseable {
  private final World world;
  private final Faults faults;
  private final Listener tcp;
  private Listener socket;

  private FakeServer(Profile profile, Clock clock) throws IOException {
    this.world = new World(profile, clock);
    this.faults = new Faults(new Router(world));
    this.tcp = Listener.tcp(faults);
  }

  /** The newest version, with a clock that stands still but for what tests add. */
  public static FakeServer start() throws IOException {
    return start(Profile.V11);
  }

  public static FakeServer start(Profile profile) throws IOException {
    return start(profile, new TestClock());
  }

  public static FakeServer start(Profile profile, Clock clock) throws IOException {
    return new FakeServer(profile, clock);
  }

  /** Without the path of the API. */
  public URI uri() throws IOException {
    return URI.create("http://127.0.0.1:" + tcp.port());
  }

  /** Switches the local mode on, at a path that is at most about 100 bytes long. */
  public FakeServer localMode(Path file) throws IOException {
    config("ServiceSettings.EnableLocalMode", true);
    socket = Listener.local(file, faults);
    return this;
  }

  /** All that the server knows, to be looked at and changed. */
  public World world() {
    return world;
  }

  /** Moves the clock of {@link #start()}. */
  public void advance(Duration by) {
    ((TestClock) world.clock).advance(by);
  }

  /** The account of that name, made at the first time with an address and a password of its own. */
  public User user(String username) {
    synchronized (world) {
      User user = world.userNamed(username);
      return user != null ? user : world.addUser(username);
    }
  }

  /** A login of the account, which has not to be made over the network. */
  public String loginToken(User user) {
    synchronized (world) {
      return world.addToken(user, false).value;
    }
  }

  /** A personal access token. */
  public String personalToken(User user) {
    synchronized (world) {
      return world.addToken(user, true).value;
    }
  }

  public Team team(String name) {
    synchronized (world) {
      Team team = world.teamNamed(name);
      return team != null ? team : world.addTeam(name);
    }
  }

  /** The public channel of that name. */
  public Channel channel(Team team, String name) {
    synchronized (world) {
      Channel channel = world.channelNamed(team, name);
      return channel != null ? channel : world.addChannel(team, name, "O");
    }
  }

  public Post post(Channel channel, User author, String message) {
    synchronized (world) {
      return world.addPost(channel, author, message);
    }
  }

  public FakeServer config(String name, Object value) {
    synchronized (world) {
      world.config.set(name, value);
      return this;
    }
  }

  public FakeServer store(Store.Kind kind) {
    world.store.kind = kind;
    world.config.set("FileSettings.DriverName", kind == Store.Kind.S3 ? "amazons3" : "local");
    return this;
  }

  /** How jobs get on. */
  public JobPlan jobs() {
    return world.jobPlan;
  }

  /** Scripts a fault; {@code POST /uploads/*} and the like. */
  public FaultRule on(String route) {
    return faults.on(route);
  }

  /** Ends all logins, as an idle limit does; personal tokens stay. */
  public void expireLogins() {
    synchronized (world) {
      world.tokens.values().removeIf(token -> !token.personal);
    }
  }

  /** Names of the archives that wait for an import. */
  public List<String> imports() {
    return Store.names(world.store.imports());
  }

  /** Digest of such an archive, in hexadecimal digits. */
  public String importSha256(String name) throws IOException {
    return Sha256.of(world.store.imports().resolve(name));
  }

  /** What ended import jobs did, oldest first. */
  public List<Imported> imported() {
    synchronized (world) {
      return world.jobs.stream().map(job -> job.imported).filter(Objects::nonNull).toList();
    }
  }

  @Override
  public void close() throws IOException {
    tcp.close();
    if (socket != null) {
      socket.close();
    }
    world.close();
  }
}
