package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.snapshot.Row;
import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.RawJson;
import dev.packhorse.formats.model.Reaction;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.ThreadFollower;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the record of a thread. Used by one thread. */
final class PostMaker {
  private final Roster roster;
  private final Books books;
  private final Notes notes;
  private final Attachments rootFiles;
  private final Attachments otherFiles;

  /**
   * @param rootFiles for root messages of team channels
   * @param otherFiles for all others
   */
  PostMaker(
      Roster roster, Books books, Notes notes, Attachments rootFiles, Attachments otherFiles) {
    this.roster = roster;
    this.books = books;
    this.notes = notes;
    this.rootFiles = rootFiles;
    this.otherFiles = otherFiles;
  }

  BulkRecord record(Message root, ChannelInfo channel) throws IOException {
    List<Reply> replies = new ArrayList<>(root.replies.size());
    for (Message reply : root.replies) {
      replies.add(reply(reply, channel));
    }
    Row row = root.row;
    String user = author(root);
    String type = row.text(PostRows.TYPE);
    String message = message(root);
    RawJson props = Props.of(root, notes);
    long createAt = root.createAt();
    Long editAt = row.number(PostRows.EDIT_AT);
    List<String> saved = saved(root, channel);
    List<Reaction> reactions = reactions(root);
    Boolean pinned = row.number(PostRows.IS_PINNED) != 0;
    List<ThreadFollower> followers = followers(root);
    List<Reply> some = replies.isEmpty() ? null : replies;
    if (channel.direct()) {
      List<Attachment> files = otherFiles.of(root, channel);
      return new DirectPost(
          channel.usernames(),
          user,
          type,
          message,
          props,
          createAt,
          editAt,
          saved,
          reactions,
          some,
          files,
          pinned,
          followers,
          null);
    }
    List<Attachment> files = rootFiles.of(root, channel);
    return new Post(
        channel.team().name(),
        channel.name(),
        user,
        type,
        message,
        props,
        createAt,
        editAt,
        saved,
        reactions,
        some,
        files,
        pinned,
        followers,
        null);
  }

  private Reply reply(Message reply, ChannelInfo channel) throws IOException {
    for (Row follower : reply.followers) {
      books.table("ThreadMemberships").left("of a message that is no root");
    }
    return new Reply(
        author(reply),
        reply.row.text(PostRows.TYPE),
        message(reply),
        Props.of(reply, notes),
        reply.createAt(),
        reply.row.number(PostRows.EDIT_AT),
        saved(reply, channel),
        reactions(reply),
        otherFiles.of(reply, channel),
        reply.row.number(PostRows.IS_PINNED) != 0,
        null);
  }

  private String author(Message message) {
    Person known = roster.find(message.row, PostRows.USER_ID);
    return known != null
        ? known.username()
        : roster.person(message.row, PostRows.USER_ID, "Posts", message.id()).username();
  }

  private String message(Message message) {
    String text = message.row.text(PostRows.MESSAGE);
    String clean = Words.withoutNul(text);
    if (!clean.equals(text)) {
      notes.add(DataProblem.TEXT_NUL, "Posts", message.id(), "Message");
    }
    return clean;
  }

  private List<Reaction> reactions(Message message) {
    if (message.reactions.isEmpty()) {
      return null;
    }
    Books.Table table = books.table("Reactions");
    List<Reaction> reactions = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Row row : message.reactions) {
      String emoji = row.text(ReactionRows.EMOJI_NAME);
      if (row.number(ReactionRows.DELETE_AT) > 0) {
        table.left(Reasons.TAKEN_BACK);
      } else if (!Words.isEmojiName(emoji)) {
        table.lost(Reasons.VALUE);
        notes.add(DataProblem.VALUE_UNKNOWN, "Reactions", message.id(), "EmojiName", emoji);
      } else {
        String user =
            roster.person(row, ReactionRows.USER_ID, "Reactions", message.id()).username();
        if (seen.add(user + ' ' + emoji)) {
          reactions.add(new Reaction(user, time(row, message), emoji, null));
          table.written("reactions");
        } else {
          table.left(Reasons.REPEATED);
        }
      }
    }
    reactions.sort(
        Comparator.comparing(Reaction::createAt)
            .thenComparing(Reaction::emojiName)
            .thenComparing(Reaction::user));
    return reactions.isEmpty() ? null : reactions;
  }

  /** A reaction before its message stops the import (V-REACT). */
  private long time(Row row, Message message) {
    long time = row.number(ReactionRows.CREATE_AT);
    if (time < message.createAt()) {
      notes.add(DataProblem.TIME_MENDED, "Reactions", message.id(), "CreateAt", time);
      return message.createAt();
    }
    return time;
  }

  private List<String> saved(Message message, ChannelInfo channel) {
    if (message.saved.isEmpty()) {
      return null;
    }
    Books.Table table = books.table("Preferences");
    List<String> names = new ArrayList<>();
    for (Row row : message.saved) {
      Person person = roster.find(row, PreferenceRows.USER_ID);
      if (person == null) {
        table.left(Reasons.USER_MISSING);
      } else if (channel.direct() && !channel.members().contains(person)) {
        table.left("saved by somebody who is not in the direct channel");
      } else if (row.text(PreferenceRows.VALUE).equals("false")) {
        table.left(Reasons.TAKEN_BACK);
      } else {
        names.add(person.username());
        table.written("saved posts");
      }
    }
    names.sort(Comparator.naturalOrder());
    return names.isEmpty() ? null : names;
  }

  private List<ThreadFollower> followers(Message root) {
    if (root.followers.isEmpty()) {
      return null;
    }
    Books.Table table = books.table("ThreadMemberships");
    List<ThreadFollower> followers = new ArrayList<>();
    for (Row row : root.followers) {
      Person person = roster.find(row, FollowerRows.USER_ID);
      if (row.number(FollowerRows.FOLLOWING) == 0) {
        table.left("no longer following");
      } else if (person == null) {
        table.left(Reasons.USER_MISSING);
      } else {
        long viewed = row.number(FollowerRows.LAST_VIEWED);
        long mentions = row.number(FollowerRows.UNREAD_MENTIONS);
        followers.add(new ThreadFollower(person.username(), viewed, mentions, null));
        table.written("thread followers");
      }
    }
    followers.sort(Comparator.comparing(ThreadFollower::user));
    return followers.isEmpty() ? null : followers;
  }
}
