package dev.packhorse.connectors.server.testing.job;

import dev.packhorse.connectors.server.testing.state.Emoji;
import dev.packhorse.connectors.server.testing.state.Post;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Posts as an export has them.
 *
 * @param attachments whether they are named on the lines
 */
record ExportPosts(boolean attachments) {

  /** Attachments stay on the lines although the bodies are absent (rest-api reference 3.2). */
  Map<String, Object> post(Post post) {
    List<Object> reactions = new ArrayList<>();
    post.reactions.forEach(
        r ->
            reactions.add(
                map(
                    "user",
                    r.user().username,
                    "create_at",
                    r.createAt(),
                    "emoji_name",
                    r.emojiName())));
    Map<String, Object> json =
        map(
            "user",
            post.user.username,
            "type",
            post.type,
            "message",
            post.message,
            "props",
            post.props,
            "create_at",
            post.createAt,
            "edit_at",
            post.editAt,
            "reactions",
            reactions);
    if (!post.files.isEmpty() && attachments) {
      json.put(
          "attachments",
          post.files.stream().map(f -> map("path", path(post, f.id, f.name))).toList());
    }
    return json;
  }

  /** Where the image of an emoji lies, without the folder of all data. */
  static String path(Emoji emoji) {
    return "exported_emoji/" + emoji.id() + "/image";
  }

  /** Where the body of an attachment lies, without the folder of all data. */
  static String path(Post post, String id, String name) {
    return "20260101/teams/noteam/channels/"
        + post.channel.id
        + "/users/"
        + post.user.id
        + "/"
        + id
        + "/"
        + name;
  }

  List<Object> replies(Post root) {
    List<Object> replies = new ArrayList<>();
    for (Post post : root.channel.posts) {
      if (post.rootId.equals(root.id) && post.deleteAt == 0) {
        replies.add(post(post));
      }
    }
    return replies.isEmpty() ? null : replies;
  }

  /** Names and values by turns. */
  static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
