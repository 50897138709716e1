package dev.packhorse.engine.batch;

import dev.packhorse.connectors.spi.OutgoingBatch.Action;
import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.RecordReader;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.connectors.spi.SourceRecord;
import dev.packhorse.engine.run.DecidedBatch;
import dev.packhorse.engine.run.ProblemSink;
import dev.packhorse.engine.run.Verdicts;
import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.model.Bot;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Emoji;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.schema.FileLookup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Files that were there when the records were made and could not be copied in the end. The records
 * that name them are written by then, so all that can be done is to say which these are.
 */
final class LostFiles {
  private final PathSet paths;

  LostFiles() {
    this(new PathSet());
  }

  private LostFiles(PathSet paths) {
    this.paths = paths;
  }

  void add(SourceFile file) {
    paths.add(bare(file.path()));
  }

  /** Writes them down for a run that finds its target finished. */
  void save(Path to) throws IOException {
    paths.save(to);
  }

  /** What {@link #save} wrote; none if it was not called. */
  static LostFiles load(Path from) throws IOException {
    return new LostFiles(PathSet.load(from));
  }

  /**
   * Reads the records once more, if there is anything to look for, and tells each place in a record
   * of the target that names a lost file.
   *
   * @return how many places there are, in the words of a source's accounts
   */
  Map<String, Long> name(Source source, Verdicts verdicts, ProblemSink problems)
      throws IOException {
    Map<String, Long> named = new TreeMap<>();
    if (paths.isEmpty()) {
      return named;
    }
    try (RecordReader reader = source.open(null, null)) {
      for (RecordBatch batch = reader.next(); batch != null; batch = reader.next()) {
        DecidedBatch decided = new DecidedBatch(batch, verdicts, null, null);
        for (int i = 0; i < batch.size(); i++) {
          Action action = decided.action(i);
          if (action == Action.PASS || action == Action.REWRITE) {
            name(batch.record(i), source, problems, named);
          }
        }
      }
    }
    return named;
  }

  private void name(
      SourceRecord record, Source source, ProblemSink problems, Map<String, Long> named) {
    files(
        record.record(),
        (path, pointer) -> {
          if (path != null && lost(path, source.files())) {
            named.merge(words(pointer), 1L, Long::sum);
            problems.accept(Problem.of(FileProblem.LOST, place(record, pointer, source), path));
          }
        });
  }

  private static String words(String pointer) {
    if (pointer.endsWith("/profile_image")) {
      return "profile pictures";
    }
    return pointer.startsWith("/emoji/") ? "emoji" : "attachments";
  }

  /** With the prefix that servers of 5.37 want, in another form of Unicode, or as it is. */
  private boolean lost(String path, FileLookup files) {
    if (paths.contains(bare(path))) {
      return true;
    }
    int found = files.find(path);
    return found >= 0 && paths.contains(bare(files.name(found)));
  }

  private static String bare(String path) {
    return path.startsWith("data/") ? path.substring("data/".length()) : path;
  }

  private static Place place(SourceRecord record, String pointer, Source source) {
    try {
      return source.locate(record.place().at(pointer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All paths that a record names, with the JSON pointer to each. */
  private static void files(BulkRecord record, BiConsumer<String, String> to) {
    if (record instanceof Post post) {
      attachments(post.attachments(), "/post", to);
      replies(post.replies(), "/post", to);
    } else if (record instanceof DirectPost post) {
      attachments(post.attachments(), "/direct_post", to);
      replies(post.replies(), "/direct_post", to);
    } else if (record instanceof User user) {
      to.accept(user.profileImage(), "/user/profile_image");
    } else if (record instanceof Bot bot) {
      to.accept(bot.profileImage(), "/bot/profile_image");
    } else if (record instanceof Emoji emoji) {
      to.accept(emoji.image(), "/emoji/image");
    }
  }

  private static void replies(List<Reply> replies, String at, BiConsumer<String, String> to) {
    for (int i = 0; replies != null && i < replies.size(); i++) {
      attachments(replies.get(i).attachments(), at + "/replies/" + i, to);
    }
  }

  private static void attachments(List<Attachment> list, String at, BiConsumer<String, String> to) {
    for (int i = 0; list != null && i < list.size(); i++) {
      to.accept(list.get(i).path(), at + "/attachments/" + i);
    }
  }
}
