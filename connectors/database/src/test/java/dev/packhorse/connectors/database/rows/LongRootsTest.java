package dev.packhorse.connectors.database.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.shuffle.Bytes;
import dev.packhorse.formats.jsonl.Escaping;
import dev.packhorse.formats.jsonl.LineEncoder;
import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.RawJson;
import dev.packhorse.formats.model.Reaction;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.ThreadFollower;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Messages on which so much hangs that they do not fit into one line. */
class LongRootsTest {
  private static final long NOON = 1_700_000_000_000L;
  private static final int LONGEST_LINE = 16 << 20;
  private static final int MANY = 300_000;

  private final Notes notes = new Notes();
  private final LineEncoder encoder = new LineEncoder(Escaping.PLAIN);

  private int size(BulkRecord record) throws IOException {
    Bytes line = new Bytes(1024);
    encoder.encode(record, null, line);
    return line.size();
  }

  private List<Post> pieces(int saved, int reactions, int followers, List<Reply> replies)
      throws IOException {
    Post whole =
        new Post(
            "crew",
            "harbour",
            "anna",
            null,
            "Land ahoy",
            null,
            NOON,
            0L,
            some(saved, i -> "somebody-with-a-rather-long-name-of-a-user-" + i),
            some(reactions, i -> new Reaction("user-" + i, NOON, "tada", null)),
            replies,
            List.of(new Attachment("a/file.txt", null)),
            false,
            some(followers, i -> new ThreadFollower("user-" + i, NOON, 0L, null)),
            null);
    List<Post> pieces = new ArrayList<>();
    for (BulkRecord piece : LongThreads.pieces(whole, this::size, () -> "post", notes)) {
      assertThat(size(piece)).isLessThan(LONGEST_LINE);
      pieces.add((Post) piece);
    }
    return pieces;
  }

  private static <T> List<T> some(int count, Function<Integer, T> make) {
    return count == 0 ? null : IntStream.range(0, count).boxed().map(make).toList();
  }

  private static <T> Stream<T> all(List<Post> pieces, Function<Post, List<T>> list) {
    return pieces.stream()
        .flatMap(post -> list.apply(post) == null ? Stream.of() : list.apply(post).stream());
  }

  @Test
  void whateverHangsOnARootIsInExactlyOneOfItsLines() throws IOException {
    Reply reply =
        new Reply("ben", "", "Aye", RawJson.of("{}"), NOON + 1, 0L, null, null, null, false, null);
    List<Post> pieces = pieces(MANY, MANY + 1, MANY + 2, List.of(reply));
    assertThat(pieces).hasSizeGreaterThan(2);
    assertThat(all(pieces, Post::flaggedBy)).hasSize(MANY).doesNotHaveDuplicates();
    assertThat(all(pieces, Post::reactions)).hasSize(MANY + 1).doesNotHaveDuplicates();
    assertThat(all(pieces, Post::threadFollowers)).hasSize(MANY + 2).doesNotHaveDuplicates();
    assertThat(all(pieces, Post::replies)).containsExactly(reply);
    assertThat(pieces)
        .allMatch(post -> post.attachments().size() == 1)
        .allMatch(post -> post.createAt() == NOON && post.message().equals("Land ahoy"));
    assertThat(notes.problems())
        .extracting(problem -> problem.code().code())
        .containsExactly("data.thread.split");
  }

  @Test
  void aMessageWithoutRepliesIsKeptWithAllItsReactions() throws IOException {
    List<Post> pieces = pieces(0, MANY, 0, null);
    assertThat(pieces).hasSizeGreaterThan(1).allMatch(post -> post.replies() == null);
    assertThat(all(pieces, Post::reactions)).hasSize(MANY).doesNotHaveDuplicates();
  }

  @Test
  void aMessageOfUsualLengthStaysOneLineOfWhichNothingIsTold() throws IOException {
    assertThat(pieces(5, 9_000, 9_000, null)).hasSize(1);
    assertThat(notes.problems()).isEmpty();
  }
}
