package dev.packhorse.samples;

import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.DirectChannel;
import dev.packhorse.formats.model.Participant;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reaction;
import dev.packhorse.formats.model.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What goes wrong in real exports, put into good records: each flaw where one of its kind would
 * stand, far enough from the others to be seen alone.
 */
final class Flaws {
  private static final int LONG_MESSAGE = 17_204;

  private final List<BulkRecord> records;
  private int next;

  /** Files that a flaw needs beside those of the good records. */
  final List<String> moreFiles = new ArrayList<>();

  /** A file that a flaw has lost. */
  String lostFile;

  Flaws(List<BulkRecord> records) {
    this.records = records;
  }

  void apply() {
    Predicate<Post> any = post -> post.type().isEmpty();
    Predicate<Post> thread = post -> post.replies() != null && post.replies().size() >= 3;
    Predicate<Post> files = post -> post.attachments() != null;
    edit(any, post -> post.user = post.user.toUpperCase(Locale.ROOT));
    edit(any, post -> post.channel = "Town-Square");
    edit(any, Flaws::tooLong);
    edit(any, post -> post.user = "left.the-company");
    edit(any, post -> post.createAt /= 1000);
    edit(any, post -> post.reactions = List.of(early(post)));
    edit(any, this::manyFiles);
    edit(thread, Flaws::newestFirst);
    edit(thread, Flaws::atOnce);
    edit(thread, post -> post.replies = beforeRoot(post));
    edit(files, post -> lostFile = post.attachments.get(0).path());
    edit(files, post -> post.attachments.replaceAll(Flaws::prefixed));
    records.add(next + 1, records.get(next));
    participantWithoutRole();
    moreFiles.add("20210302/nobody/refers/to/this.png");
  }

  private void edit(Predicate<Post> which, Consumer<PostEdit> change) {
    next += 20;
    while (!(records.get(next) instanceof Post post && which.test(post))) {
      next++;
    }
    PostEdit edit = new PostEdit((Post) records.get(next));
    change.accept(edit);
    records.set(next, edit.done());
  }

  private static void tooLong(PostEdit post) {
    StringBuilder text = new StringBuilder("Minutes of the meeting of 4 January.\n");
    for (int i = 1; text.length() < LONG_MESSAGE; i++) {
      text.append("Item ").append(i).append(": everybody agreed, except for one. ");
    }
    text.setLength(LONG_MESSAGE);
    post.message = text.toString();
  }

  private static Reaction early(PostEdit post) {
    return new Reaction(post.user, post.createAt - 5_000, "+1", null);
  }

  private void manyFiles(PostEdit post) {
    post.attachments = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      String path = "20210215/teams/noteam/holiday/" + i + ".png";
      moreFiles.add(path);
      post.attachments.add(new Attachment(path, null));
    }
  }

  private static void newestFirst(PostEdit post) {
    List<Reply> reversed = new ArrayList<>();
    post.replies.forEach(reply -> reversed.add(0, reply));
    post.replies = reversed;
  }

  private static void atOnce(PostEdit post) {
    long time = post.replies.get(0).createAt();
    Reaction reaction = new Reaction(post.user, time + 900, "tada", null);
    post.replies = post.replies.stream().map(r -> PostEdit.at(r, time, List.of(reaction))).toList();
  }

  private static List<Reply> beforeRoot(PostEdit post) {
    List<Reply> replies = new ArrayList<>(post.replies);
    replies.set(0, PostEdit.at(replies.get(0), post.createAt - 60_000, List.of()));
    return replies;
  }

  private static Attachment prefixed(Attachment attachment) {
    return new Attachment("data/" + attachment.path(), null);
  }

  private void participantWithoutRole() {
    while (!(records.get(next) instanceof DirectChannel)) {
      next++;
    }
    DirectChannel channel = (DirectChannel) records.get(next);
    List<Participant> participants = new ArrayList<>(channel.participants());
    String name = participants.get(0).username();
    participants.set(
        0, new Participant(name, null, null, null, null, null, null, null, null, null, null, null));
    records.set(
        next,
        new DirectChannel(
            null, participants, channel.favoritedBy(), channel.shownBy(), channel.header(), null));
  }
}
