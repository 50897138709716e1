package dev.packhorse.samples;

import dev.packhorse.formats.archive.ArchiveLimits;
import dev.packhorse.formats.archive.BulkArchive;
import dev.packhorse.formats.jsonl.LineBlock;
import dev.packhorse.formats.jsonl.LineBlockReader;
import dev.packhorse.formats.jsonl.LineParser;
import dev.packhorse.formats.model.Post;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Example: counts the posts of each channel of a bulk file or archive, replies included. */
public final class ReadRecords {
  private ReadRecords() {}

  public static void main(String[] arguments) throws IOException {
    count(Path.of(arguments[0]))
        .forEach((channel, posts) -> System.out.println(channel + " " + posts));
  }

  /** Posts by team and channel, in the order of names. */
  static Map<String, Long> count(Path file) throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    try (BulkArchive archive = BulkArchive.open(file, ArchiveLimits.DEFAULT);
        LineBlockReader blocks =
            new LineBlockReader(archive.openLines(0), archive.linesName(), 1, 0)) {
      LineParser parser = new LineParser();
      for (LineBlock block = blocks.next(); block != null; block = blocks.next()) {
        // A line that can't be read has no record, and its problems say why.
        parser.parse(
            block,
            line -> {
              if (line.record() instanceof Post post) {
                long replies = post.replies() == null ? 0 : post.replies().size();
                counts.merge(post.team() + "/" + post.channel(), 1 + replies, Long::sum);
              }
            });
      }
    }
    return counts;
  }
}
