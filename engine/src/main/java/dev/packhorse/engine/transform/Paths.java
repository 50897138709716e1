package dev.packhorse.engine.transform;

import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Emoji;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.problem.Findings;
import dev.packhorse.formats.schema.FileLookup;
import java.util.List;

/**
 * Takes the prefix {@code data/} off paths whose file lies where the rest says: servers add it
 * themselves (bulk-format reference T-13).
 */
final class Paths {
  private static final String PREFIX = "data/";

  private final FileLookup files;
  private final boolean asIs;

  /**
   * @param asIs whether the target wants paths as they are, prefix included
   */
  Paths(FileLookup files, boolean asIs) {
    this.files = files;
    this.asIs = asIs;
  }

  Post mend(Post post, Findings out) {
    Changes changes = new Changes(out);
    List<Attachment> own = attachments(post.attachments(), changes, "/post/attachments");
    List<Reply> replies = replies(post.replies(), changes, "/post/replies");
    return changes.changed ? Copies.of(post, post.message(), replies, own) : post;
  }

  DirectPost mend(DirectPost post, Findings out) {
    Changes changes = new Changes(out);
    List<Attachment> own = attachments(post.attachments(), changes, "/direct_post/attachments");
    List<Reply> replies = replies(post.replies(), changes, "/direct_post/replies");
    return changes.changed ? Copies.of(post, post.message(), replies, own) : post;
  }

  User mend(User user, Findings out) {
    Changes changes = new Changes(out);
    String image = path(user.profileImage(), changes, "/user/profile_image");
    return changes.changed ? Copies.of(user, image, user.teams()) : user;
  }

  Emoji mend(Emoji emoji, Findings out) {
    Changes changes = new Changes(out);
    String image = path(emoji.image(), changes, "/emoji/image");
    return changes.changed ? new Emoji(emoji.name(), image, emoji.layout()) : emoji;
  }

  private List<Reply> replies(List<Reply> replies, Changes changes, String pointer) {
    return changes.each(
        replies,
        pointer,
        (reply, at) -> {
          List<Attachment> own = attachments(reply.attachments(), changes, at + "/attachments");
          return own == reply.attachments()
              ? reply
              : Copies.of(reply, reply.message(), reply.createAt(), own);
        });
  }

  private List<Attachment> attachments(List<Attachment> list, Changes changes, String pointer) {
    return changes.each(
        list,
        pointer,
        (attachment, at) -> {
          String path = path(attachment.path(), changes, at + "/path");
          return path == attachment.path() ? attachment : new Attachment(path, attachment.layout());
        });
  }

  private String path(String path, Changes changes, String pointer) {
    if (path == null
        || asIs
        || !path.startsWith(PREFIX)
        || !files.known()
        || files.find(path) >= 0) {
      return path;
    }
    String rest = path.substring(PREFIX.length());
    if (files.find(rest) < 0) {
      return path;
    }
    changes.report(Repair.PATH_PREFIX_REMOVED, pointer, path);
    return rest;
  }
}
