package dev.packhorse.formats.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.packhorse.formats.jsonl.BulkLine;
import dev.packhorse.formats.jsonl.LineBlock;
import dev.packhorse.formats.jsonl.LineBlockReader;
import dev.packhorse.formats.jsonl.LineParser;
import dev.packhorse.formats.problem.Findings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A good message costs no memory to check, so that speed does not depend on the collector. */
class HotPathTest {
  private static final String LINES =
      """
      {"type":"version","version":1}
      {"type":"team","team":{"name":"crew","display_name":"Crew","type":"O"}}
      {"type":"user","user":{"username":"anna","email":"anna@example.org"}}
      {"type":"user","user":{"username":"ben","email":"ben@example.org"}}
      {"type":"post","post":{"team":"crew","channel":"town-square","user":"anna","type":"",\
      "message":"Größe 😀 and more","props":{"a":"b"},"create_at":1700000000000,"edit_at":0,\
      "flagged_by":["ben"],"reactions":[{"user":"ben","create_at":1700000000000,\
      "emoji_name":"+1"},{"user":"anna","create_at":1700000000001,"emoji_name":"tada"}],\
      "replies":[{"user":"ben","message":"Aye","create_at":1700000000002,"reactions":[\
      {"user":"anna","create_at":1700000000003,"emoji_name":"+1"}]}],\
      "attachments":[{"path":"a/b.png"}],"thread_followers":[{"user":"anna"}]}}
      {"type":"direct_post","direct_post":{"channel_members":["anna","ben"],"user":"anna",\
      "message":"Hush","create_at":1700000000000,"flagged_by":["ben"]}}
      """;

  private static final int ROUNDS = 20_000;

  @TempDir Path folder;

  @Test
  void allocatesNothing() throws IOException {
    List<BulkLine> lines = lines();
    LineRules rules = new LineRules(TargetProfile.newest());
    Findings none =
        (code, severity, pointer, arguments) -> {
          throw new AssertionError(code.code() + " " + pointer);
        };
    try (FileRules file = new FileRules(TargetProfile.newest(), FileLookup.NONE, folder)) {
      lines.forEach(line -> check(line, rules, file, none));
      List<BulkLine> messages = lines.subList(4, 6);
      run(messages, rules, file, none);
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      run(messages, rules, file, none);
      long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      // Three entries of 40 bytes for the two lines, in arrays that double.
      assertThat(bytes).isLessThan(ROUNDS * 3 * 40 * 4L);
    }
  }

  private static void run(List<BulkLine> messages, LineRules rules, FileRules file, Findings none) {
    for (int i = 0; i < ROUNDS; i++) {
      for (int k = 0; k < messages.size(); k++) {
        check(messages.get(k), rules, file, none);
      }
    }
  }

  private static void check(BulkLine line, LineRules rules, FileRules file, Findings none) {
    rules.check(line.type(), line.typeWord(), line.number(), line.record(), line.problems(), none);
    file.accept("f", line.number(), line.offset(), line.type(), line.record(), false, 7, none);
  }

  private static List<BulkLine> lines() throws IOException {
    List<BulkLine> lines = new ArrayList<>();
    byte[] bytes = LINES.getBytes(StandardCharsets.UTF_8);
    try (LineBlockReader reader = new LineBlockReader(new ByteArrayInputStream(bytes), "f", 1, 0)) {
      for (LineBlock block = reader.next(); block != null; block = reader.next()) {
        new LineParser().parse(block, lines::add);
      }
    }
    return lines;
  }
}
