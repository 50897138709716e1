package dev.packhorse.connectors.server.testing.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Direct and group messages: their name is made of their members, so each set has one channel. */
public final class Directs {
  private Directs() {}

  /**
   * The channel of these members, made if there is none.
   *
   * @param users two for a direct message, the same one twice for notes to oneself; more for a
   *     group
   */
  public static Channel channel(World world, List<User> users) {
    boolean direct = users.size() == 2;
    String name = direct ? directName(users) : groupName(users);
    Channel present = world.channelNamed(null, name);
    if (present != null) {
      return present;
    }
    Channel channel = world.addChannel(null, name, direct ? "D" : "G");
    channel.displayName =
        direct
            ? ""
            : users.stream().map(u -> u.username).sorted().collect(Collectors.joining(", "));
    return channel.with(users.toArray(new User[0]));
  }

  private static String directName(List<User> users) {
    return users.stream().map(u -> u.id).sorted().collect(Collectors.joining("__"));
  }

  private static String groupName(List<User> users) {
    String ids = users.stream().map(u -> u.id).sorted().collect(Collectors.joining());
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(sha.digest(ids.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
