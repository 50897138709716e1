package dev.packhorse.connectors.database.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Threads that do not fit into one line. Importers put several lines with one root together again.
 */
class LongThreadsTest {
  private static final long NOON = 1_700_000_000_000L;
  private static final int LONGEST_LINE = 16 << 20;

  @TempDir private static Path folder;

  private static Exported exported;

  @BeforeAll
  static void export() throws IOException {
    try (TestDatabase database = TestDatabases.postgres().create().withMattermost537()) {
      try (Rows rows = new Rows(database)) {
        String channel = rows.channel("engineering", "backend");
        String anna = rows.user("anna_k");
        rows.post("many", channel, anna, "", NOON, "many replies")
            .reaction("many", anna, "tada", NOON)
            .file("file", "many", "a/file.txt", 1)
            .preference(anna, "flagged_post", "many", "true")
            .replies("many", channel, anna, NOON + 1, 9_000, "reply ")
            .reaction("many-8999", anna, "tada", NOON + 99_999)
            .post("large", channel, anna, "", NOON + 1, "large replies")
            .replies("large", channel, anna, NOON + 2, 1_150, "x".repeat(16_000))
            .post("twin1", channel, anna, "", NOON + 2, "twin")
            .replies("twin1", channel, anna, NOON + 2, 3_700, "first ")
            .post("twin2", channel, anna, "", NOON + 2, "twin")
            .replies("twin2", channel, anna, NOON + 2, 3_700, "second ")
            .reaction("twin2-3699", anna, "tada", NOON + 99_999);
      }
      Path store = Files.createDirectories(folder.resolve("store"));
      Files.createDirectory(store.resolve("a"));
      Files.writeString(store.resolve("a/file.txt"), "x");
      Path scratch = Files.createDirectory(folder.resolve("scratch"));
      exported = Exported.of(database, scratch, new Exported.Wish().store(store));
    }
  }

  private static List<Post> parts(String message) {
    return exported.all(Post.class).stream()
        .filter(post -> post.message().equals(message))
        .toList();
  }

  private static List<String> texts(List<Post> parts) {
    List<String> texts = new ArrayList<>();
    parts.forEach(part -> part.replies().forEach(reply -> texts.add(reply.message())));
    return texts;
  }

  /** What an importer makes of a file: messages of one channel, time and text are one. */
  private static void isOneThread(List<Post> parts) {
    assertThat(parts).hasSizeGreaterThan(1);
    assertThat(parts.stream().map(Post::createAt).distinct()).hasSize(1);
    assertThat(parts.stream().map(Post::user).distinct()).hasSize(1);
    assertThat(parts.stream().flatMap(part -> part.replies().stream()).map(Reply::createAt))
        .isSortedAccordingTo(Comparator.naturalOrder());
  }

  @Test
  void everyRowIsAccountedForAndNothingIsRefused() {
    assertThat(exported.accounts).allMatch(account -> account.unexplained() == 0);
    assertThat(exported.refused).isEmpty();
    assertThat(exported.problems)
        .filteredOn(problem -> problem.code().code().equals("data.thread.split"))
        .hasSize(4)
        .allMatch(problem -> problem.severity() == Severity.WARNING);
    assertThat(exported.found).contains("thread.continued").doesNotContain("post.repeated");
  }

  @Test
  void aThreadOfThousandsIsSplitAndNoReplyIsLostOrDoubled() {
    List<Post> parts = parts("many replies");
    isOneThread(parts);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 9_000; i++) {
      expected.add("reply " + i);
    }
    assertThat(texts(parts)).isEqualTo(expected);
  }

  @Test
  void eachPartNamesTheFilesAndTheFirstWhatElseHangsOnTheRoot() {
    List<Post> parts = parts("many replies");
    assertThat(parts).allMatch(part -> part.attachments().size() == 1);
    assertThat(parts.get(0).reactions()).hasSize(1);
    assertThat(parts.get(0).flaggedBy()).containsExactly("anna_k");
    assertThat(parts.subList(1, parts.size()))
        .allMatch(part -> part.reactions() == null && part.flaggedBy() == null);
    List<Reply> last = parts.get(parts.size() - 1).replies();
    assertThat(last.get(last.size() - 1).reactions()).hasSize(1);
  }

  @Test
  void noLineIsLongerThanAServerReads() {
    isOneThread(parts("large replies"));
    assertThat(texts(parts("large replies"))).hasSize(1_150).doesNotHaveDuplicates();
    int length = 0;
    for (byte b : exported.lines.toByteArray()) {
      length++;
      if (b == '\n') {
        assertThat(length).isLessThan(LONGEST_LINE);
        length = 0;
      }
    }
  }

  @Test
  void longThreadsOfOneTimeAndTextStayApartWithAllTheirParts() {
    List<Post> parts = parts("twin");
    List<Post> first = parts.stream().filter(part -> part.createAt() == NOON + 2).toList();
    List<Post> second = parts.stream().filter(part -> part.createAt() == NOON + 3).toList();
    assertThat(first.size() + second.size()).isEqualTo(parts.size());
    isOneThread(first);
    isOneThread(second);
    assertThat(texts(first)).hasSize(3_700).allMatch(text -> text.startsWith("first "));
    assertThat(texts(second)).hasSize(3_700).allMatch(text -> text.startsWith("second "));
  }
}
