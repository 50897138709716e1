package dev.packhorse.engine.batch;

import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.RecordReader;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.connectors.spi.SourceRecord;
import dev.packhorse.engine.run.ProblemSink;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Files that were there when the records were made and could not be copied in the end. The records
 * that name them are written by then, so all that can be done is to say which these are.
 */
final class LostFiles {
  /** So many are remembered; who loses more has lost the store. */
  private static final int MOST = 10_000;

  private final Set<String> paths = new HashSet<>();

  void add(SourceFile file) {
    if (paths.size() < MOST) {
      paths.add(bare(file.path()));
    }
  }

  /** Reads the records once more, if there is anything to look for. */
  void name(Source source, ProblemSink problems) throws IOException {
    if (paths.isEmpty()) {
      return;
    }
    try (RecordReader reader = source.open(null, null)) {
      for (RecordBatch batch = reader.next(); batch != null; batch = reader.next()) {
        batch.forEach(record -> name(record, source, problems));
      }
    }
  }

  private void name(SourceRecord record, Source source, ProblemSink problems) {
    files(
        record.record(),
        (path, pointer) -> {
          if (path != null && lost(path, source.files())) {
            problems.accept(Problem.of(FileProblem.LOST, place(record, pointer, source), path));
          }
        });
  }

  /** With the prefix that servers of 5.37 want, in another form of Unicode, or as it is. */
  private boolean lost(String path, FileLookup files) {
    int found = files.find(path);
    return paths.contains(bare(path)) || found >= 0 && paths.contains(bare(files.name(found)));
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
