package dev.packhorse.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reaction;
import dev.packhorse.formats.model.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every thread, tried on thousands of made-up ones. */
class RepairPropertiesTest {
  private static final int POSTS = 5_000;
  private static final long TIME = 1_600_000_000_000L;

  /** What one line shows of the problems that repairs are for. */
  private static final List<String> MENDED =
      List.of(
          "post.message.too-long",
          "post.attachments.too-many",
          "reply.create-at.before-root",
          "reply.create-at.repeated",
          "reaction.create-at.before-root");

  private static Stream<Mending> posts() {
    Random random = new Random(11);
    return Stream.generate(() -> Mending.of(post(random))).limit(POSTS);
  }

  private static String post(Random random) {
    StringBuilder line =
        new StringBuilder(
            "{\"type\":\"post\",\"post\":{\"team\":\"crew\",\"channel\":\"deck\",\"user\":\"ann\",");
    message(line, "root", TIME, random);
    line.append(",\"replies\":[");
    int replies = random.nextInt(6);
    for (int i = 0; i < replies; i++) {
      line.append(i == 0 ? "" : ",").append("{\"user\":\"sailor").append(i).append("\",");
      message(line, "r" + i, TIME - 5 + random.nextInt(20), random);
      line.append('}');
    }
    return line.append("]}}").toString();
  }

  private static void message(StringBuilder line, String name, long time, Random random) {
    line.append("\"message\":\"");
    int words = random.nextInt(4) == 0 ? random.nextInt(40) : random.nextInt(5);
    for (int i = 0; i < words; i++) {
      line.append(random.nextBoolean() ? name : "🚀測").append(random.nextInt(3) == 0 ? "" : " ");
    }
    line.append("\",\"create_at\":").append(time).append(",\"reactions\":[");
    int reactions = random.nextInt(3);
    for (int i = 0; i < reactions; i++) {
      line.append(i == 0 ? "" : ",").append("{\"user\":\"u").append(i).append("\",\"create_at\":");
      line.append(time + random.nextInt(10)).append(",\"emoji_name\":\"+1\"}");
    }
    line.append("],\"attachments\":[");
    int files = random.nextInt(5) == 0 ? random.nextInt(35) : random.nextInt(2);
    for (int i = 0; i < files; i++) {
      line.append(i == 0 ? "" : ",").append("{\"path\":\"").append(name).append('/').append(i);
      line.append("\"}");
    }
    line.append(']');
  }

  @Test
  void theRulesFindNothingMoreOfWhatIsMended() {
    List<String> before = new ArrayList<>();
    posts()
        .forEach(
            mending -> {
              before.addAll(Mending.problems(mending.before()));
              assertThat(Mending.problems(mending.after())).as(mending.line()).isEmpty();
            });
    assertThat(before).containsAll(MENDED);
    assertThat(MENDED).containsAll(before);
  }

  @Test
  void mendingTwiceChangesNothing() {
    posts().forEach(mending -> assertThat(Mending.of(mending.line()).same()).isTrue());
  }

  @Test
  void aRepairIsReportedExactlyWhenSomethingChanged() {
    posts().forEach(mending -> assertThat(mending.repairs().isEmpty()).isEqualTo(mending.same()));
  }

  @Test
  void repliesComeInStrictlyGrowingTimeAndNotBeforeTheirRoot() {
    posts()
        .filter(mending -> !mending.same())
        .forEach(
            mending -> {
              long last = TIME - 1;
              for (Reply reply : ((Post) mending.after()).replies()) {
                assertThat(reply.createAt()).as(mending.line()).isGreaterThan(last);
                last = reply.createAt();
                for (Reaction reaction : reply.reactions() == null ? none() : reply.reactions()) {
                  assertThat(reaction.createAt()).isGreaterThanOrEqualTo(reply.createAt());
                }
              }
            });
  }

  private static List<Reaction> none() {
    return List.of();
  }

  @Test
  void noMessageAndNoAttachmentIsLostAndEachStaysWithItsAuthor() {
    posts()
        .forEach(
            mending -> {
              Post before = (Post) mending.before();
              Post after = (Post) mending.after();
              for (String author : List.of("ann", "sailor0", "sailor1", "sailor2", "sailor3")) {
                assertThat(text(after, author)).isEqualTo(text(before, author));
                assertThat(paths(after, author)).isEqualTo(paths(before, author));
              }
            });
  }

  private static String text(Post post, String author) {
    StringBuilder text = new StringBuilder(post.user().equals(author) ? post.message() : "");
    post.replies().stream()
        .filter(reply -> reply.user().equals(author))
        .forEach(reply -> text.append(reply.message()));
    return text.toString();
  }

  private static List<String> paths(Post post, String author) {
    List<Attachment> all = new ArrayList<>();
    if (post.user().equals(author)) {
      all.addAll(post.attachments());
    }
    for (Reply reply : post.replies()) {
      if (reply.user().equals(author) && reply.attachments() != null) {
        all.addAll(reply.attachments());
      }
    }
    return all.stream().map(Attachment::path).toList();
  }
}
