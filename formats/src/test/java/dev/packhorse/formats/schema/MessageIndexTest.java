package dev.packhorse.formats.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.Team;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.problem.Findings;
import dev.packhorse.formats.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Duplicates that lie more than a run apart, so that they meet on disk only. */
class MessageIndexTest {
  private static final int POSTS = 1_200_000;
  private static final Findings NONE =
      (code, severity, pointer, arguments) -> {
        throw new AssertionError(code.code() + " " + pointer);
      };

  @TempDir Path folder;

  @Test
  void findsDuplicatesAcrossRuns() throws IOException {
    List<String> late = new ArrayList<>();
    List<Long> identical = new ArrayList<>();
    try (FileRules rules = new FileRules(TargetProfile.newest(), FileLookup.NONE, folder)) {
      accept(rules, 1, team(), 1);
      accept(rules, 2, user("anna"), 2);
      for (int i = 0; i < POSTS; i++) {
        accept(rules, i + 3, post(i), i + 3);
      }
      // The same line as line 3, then the same message as line 13 in another line.
      accept(rules, POSTS + 3, post(0), 3);
      accept(rules, POSTS + 4, post(10), 99);
      accept(rules, POSTS + 5, post(0), 3);
      rules.finish(problem -> late.add(told(problem)), place -> identical.add(place.line()));
    }
    assertThat(late)
        .containsExactly(
            "1200003 line.repeated [line 3]",
            "1200004 post.repeated [line 13]",
            "1200005 line.repeated [line 3]");
    assertThat(identical).containsExactly(1_200_003L, 1_200_005L);
    assertThat(Files.list(folder).toList()).isEmpty();
  }

  @Test
  void aLineThatGoesOnWithALongThreadIsNotTakenForAMixUp() throws IOException {
    List<String> late = new ArrayList<>();
    try (FileRules rules = new FileRules(TargetProfile.newest(), FileLookup.NONE, folder)) {
      accept(rules, 1, team(), 1);
      accept(rules, 2, user("anna"), 2);
      accept(rules, 3, user("ben"), 3);
      accept(rules, 4, thread("anna", 200, 1), 4);
      accept(rules, 5, thread("anna", 200, 201), 5);
      accept(rules, 6, thread("ben", 200, 401), 6);
      accept(rules, 7, thread("ben", 2, 601), 7);
      accept(rules, 8, post(5_000), 8);
      accept(rules, 9, thread("ben", 200, 801), 9);
      rules.finish(problem -> late.add(told(problem)), place -> {});
    }
    assertThat(late)
        .containsExactly(
            "5 thread.continued [line 4]",
            "6 post.repeated [line 4]",
            "7 post.repeated [line 4]",
            "9 post.repeated [line 4]",
            "4 thread.followers.none [5]");
  }

  @Test
  void soDoesOneOfFewRepliesThatAreLong() throws IOException {
    List<String> late = new ArrayList<>();
    String text = "x".repeat(60_000);
    try (FileRules rules = new FileRules(TargetProfile.newest(), FileLookup.NONE, folder)) {
      accept(rules, 1, team(), 1);
      accept(rules, 2, user("anna"), 2);
      accept(rules, 3, thread("anna", 5, 1, text), 3);
      accept(rules, 4, thread("anna", 5, 6, text), 4);
      rules.finish(problem -> late.add(told(problem)), place -> {});
    }
    assertThat(late).contains("4 thread.continued [line 3]");
  }

  private static Post thread(String user, int replies, int from) {
    return thread(user, replies, from, "Aye");
  }

  private static Post thread(String user, int replies, int from, String text) {
    List<Reply> all = new ArrayList<>();
    for (int i = from; i < from + replies; i++) {
      all.add(
          new Reply(
              user, null, text, null, 1_700_000_000_000L + i, null, null, null, null, null, null));
    }
    Post post = post(0);
    return new Post(
        post.team(),
        post.channel(),
        user,
        null,
        "Land ahoy",
        null,
        post.createAt(),
        null,
        null,
        null,
        all,
        null,
        null,
        null,
        null);
  }

  private static String told(Problem problem) {
    return problem.place().line() + " " + problem.code().code() + " " + problem.arguments();
  }

  private static void accept(
      FileRules rules, long line, dev.packhorse.formats.model.BulkRecord record, long digest) {
    RecordType type = record.recordType();
    rules.accept("f", line, line * 100, type, record, false, digest, NONE);
  }

  private static Team team() {
    return new Team("crew", "Crew", "O", null, null, null, null);
  }

  private static User user(String name) {
    return new User(
        null,
        name,
        name + "@example.org",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Post post(int i) {
    return new Post(
        "crew",
        "town-square",
        "anna",
        null,
        "Aye",
        null,
        1_700_000_000_000L + i,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
