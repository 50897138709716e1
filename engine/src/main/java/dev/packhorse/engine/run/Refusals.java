package dev.packhorse.engine.run;

import dev.packhorse.connectors.spi.Account;
import dev.packhorse.formats.model.Bot;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.User;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What refused records held that the {@link BalanceSheet} has no row for: profile pictures, and
 * messages by channel. In the words of a source's accounts.
 */
public final class Refusals {
  private static final String PICTURES = "profile pictures";
  private static final String CHANNEL = "refused.in\t";
  private static final String PICTURE = "refused.pictures";

  private final Map<String, Map<String, Long>> channels = new TreeMap<>();
  private long pictures;

  /** A record was refused. */
  void add(BulkRecord record) {
    if (record instanceof Post post) {
      String channel = post.team() + "/" + post.channel();
      add(channel, "posts", 1);
      add(channel, "replies", count(post.replies()));
    } else if (record instanceof DirectPost post) {
      add(Account.DIRECT_CHANNELS, "direct posts", 1);
      add(Account.DIRECT_CHANNELS, "replies", count(post.replies()));
    } else if (record instanceof User user) {
      picture(user.profileImage());
    } else if (record instanceof Bot bot) {
      picture(bot.profileImage());
    }
  }

  private static int count(List<Reply> replies) {
    return replies == null ? 0 : replies.size();
  }

  private void add(String channel, String as, long rows) {
    if (rows > 0) {
      channels.computeIfAbsent(channel, any -> new TreeMap<>()).merge(as, rows, Long::sum);
    }
  }

  private void picture(String path) {
    pictures += path == null || path.isEmpty() ? 0 : 1;
  }

  /** By what the rows became. */
  Map<String, Long> pictures() {
    return pictures == 0 ? Map.of() : Map.of(PICTURES, pictures);
  }

  /** Messages of a channel, by what the rows became. */
  Map<String, Long> inChannel(String channel) {
    return channels.getOrDefault(channel, Map.of());
  }

  void save(Properties to) {
    to.setProperty(PICTURE, Long.toString(pictures));
    channels.forEach(
        (channel, counts) ->
            counts.forEach(
                (as, rows) -> to.setProperty(CHANNEL + as + '\t' + channel, rows.toString())));
  }

  /** Takes over what {@link #save} wrote. */
  void load(Properties from) {
    pictures = Long.parseLong(from.getProperty(PICTURE, "0"));
    for (String name : from.stringPropertyNames()) {
      if (name.startsWith(CHANNEL)) {
        String[] parts = name.substring(CHANNEL.length()).split("\t", 2);
        add(parts[1], parts[0], Long.parseLong(from.getProperty(name)));
      }
    }
  }
}
