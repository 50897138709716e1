package dev.packhorse.connectors.server.testing.state;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that a server knows. Whoever looks or changes holds its monitor; a test may do without while
 * no request is under way.
 */
public final class World implements AutoCloseable {
  public final Profile profile;
  public final Clock clock;
  public final Config config;
  public final Store store;
  public final Map<String, User> users = new LinkedHashMap<>();
  public final Map<String, Token> tokens = new LinkedHashMap<>();
  public final Map<String, Team> teams = new LinkedHashMap<>();
  public final Map<String, Channel> channels = new LinkedHashMap<>();
  public final Map<String, Post> posts = new LinkedHashMap<>();
  public final Map<String, StoredFile> files = new LinkedHashMap<>();
  public final Map<String, Emoji> emoji = new LinkedHashMap<>();
  public final Map<String, Upload> uploads = new LinkedHashMap<>();
  public final List<Job> jobs = new ArrayList<>();
  public final List<String> log = new ArrayList<>();
  public final JobPlan jobPlan = new JobPlan();
  public final ExportPlan exportPlan = new ExportPlan();

  /** Longest message, in code points. */
  public int maxPostSize = 16_383;

  /** Null without a licence. */
  public String licence;

  public boolean unhealthy;

  /** How long the server does not notice that a request with data was cut, in milliseconds. */
  public long lockReleaseMillis;

  /** The same as a number of refusals, for tests without a clock. */
  public int lockReleaseRefusals;

  private final Ids ids = new Ids();

  public World(Profile profile, Clock clock) throws IOException {
    this.profile = profile;
    this.clock = clock;
    this.config = new Config(profile);
    this.store = new Store();
  }

  public String newId() {
    return ids.next();
  }

  public long now() {
    return clock.millis();
  }

  public User addUser(String username) {
    User user = new User(newId(), username);
    user.createAt = now();
    user.updateAt = user.createAt;
    user.lastPasswordUpdate = user.createAt;
    users.put(user.id, user);
    return user;
  }

  public Token addToken(User user, boolean personal) {
    Token token = new Token(newId(), newId(), newId(), user, personal);
    tokens.put(token.value, token);
    return token;
  }

  /** With the two channels that every team has. */
  public Team addTeam(String name) {
    Team team = new Team(newId(), name);
    team.createAt = now();
    team.updateAt = team.createAt;
    teams.put(team.id, team);
    addChannel(team, "town-square", "O").displayName = "Town Square";
    addChannel(team, "off-topic", "O").displayName = "Off-Topic";
    return team;
  }

  public Channel addChannel(Team team, String name, String type) {
    Channel channel = new Channel(newId(), team, name, type);
    channel.createAt = now();
    channel.updateAt = channel.createAt;
    channels.put(channel.id, channel);
    return channel;
  }

  public Post addPost(Channel channel, User user, String message) {
    Post post = new Post(newId(), channel, user, message).at(now());
    channel.posts.add(post);
    posts.put(post.id, post);
    return post;
  }

  public StoredFile addFile(Post post, String name, byte[] body) {
    StoredFile file = new StoredFile(newId(), name, body);
    file.createAt = post.createAt;
    file.postId = post.id;
    file.userId = post.user.id;
    file.channelId = post.channel.id;
    files.put(file.id, file);
    post.files.add(file);
    return file;
  }

  /** Uploaded, and not yet on any post. */
  public StoredFile addLooseFile(Channel channel, User user, String name, byte[] body) {
    StoredFile file = new StoredFile(newId(), name, body);
    file.createAt = now();
    file.userId = user.id;
    file.channelId = channel.id;
    files.put(file.id, file);
    return file;
  }

  public Emoji addEmoji(String name, User creator, byte[] image) {
    Emoji made = new Emoji(newId(), name, creator, image, now());
    emoji.put(made.id(), made);
    return made;
  }

  public Upload addUpload(Map<String, Object> said, String userId) {
    String id = newId();
    Path bytes = store.imports().resolve(id + "_" + said.get("filename") + ".tmp");
    Upload upload = new Upload(id, said, userId, now(), bytes);
    uploads.put(id, upload);
    return upload;
  }

  public Job addJob(String type, Map<String, String> data) {
    Job job = new Job(newId(), type, now(), data);
    jobs.add(job);
    return job;
  }

  /** Null if there is none. */
  public User userNamed(String username) {
    String name = username.toLowerCase(Locale.ROOT);
    return first(users.values().stream().filter(user -> user.username.equals(name)));
  }

  public User userByEmail(String email) {
    return first(users.values().stream().filter(user -> user.email.equalsIgnoreCase(email)));
  }

  public Team teamNamed(String name) {
    return first(teams.values().stream().filter(team -> team.name.equals(name)));
  }

  /**
   * @param team null for direct and group messages
   */
  public Channel channelNamed(Team team, String name) {
    return first(channels.values().stream().filter(c -> c.team == team && c.name.equals(name)));
  }

  private static <T> T first(Stream<T> found) {
    return found.findFirst().orElse(null);
  }

  /** Ends the logins of an account; personal tokens stay. */
  public void endLogins(User user) {
    tokens.values().removeIf(token -> !token.personal && token.user == user);
  }

  public long activeUsers() {
    return users.values().stream().filter(user -> user.active() && !user.bot).count();
  }

  public String versionHeader() {
    String version = profile.version();
    return version + "." + version + ".0123abcd." + (licence != null);
  }

  @Override
  public void close() throws IOException {
    store.delete();
  }
}
