package dev.packhorse.formats.jsonl;

import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Layout;
import dev.packhorse.formats.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reading and writing as tests want it: texts in, texts out. */
final class Lines {
  private Lines() {}

  static List<BulkLine> read(String text) {
    return read(bytes(text));
  }

  static List<BulkLine> read(byte[] file) {
    return read(file, LineBlockReader.BLOCK_SIZE);
  }

  static List<BulkLine> read(byte[] file, int blockSize) {
    List<BulkLine> lines = new ArrayList<>();
    read(file, blockSize, lines::add);
    return lines;
  }

  static void read(byte[] file, int blockSize, Consumer<BulkLine> to) {
    LineParser parser = new LineParser();
    try (LineBlockReader reader =
        new LineBlockReader(new ByteArrayInputStream(file), "import.jsonl", 1, 0, blockSize)) {
      for (LineBlock block = reader.next(); block != null; block = reader.next()) {
        parser.parse(block, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one line of the text. */
  static BulkLine one(String text) {
    return one(bytes(text));
  }

  static BulkLine one(byte[] text) {
    List<BulkLine> lines = read(text);
    if (lines.size() != 1) {
      throw new AssertionError(lines.size() + " lines");
    }
    return lines.get(0);
  }

  /** Code, and pointer if there is one, of each problem. */
  static List<String> problems(BulkLine line) {
    return line.problems().stream().map(Lines::shortly).toList();
  }

  static List<String> problems(String text) {
    return problems(one(text));
  }

  private static String shortly(Problem problem) {
    return (problem.code().code() + " " + problem.place().pointer()).strip();
  }

  static String write(BulkRecord record, Layout envelope, Escaping escaping) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new LineEncoder(escaping).encode(record, envelope, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  static String write(BulkLine line, Escaping escaping) {
    return write(line.record(), line.envelope(), escaping);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A post line with these members of the post. */
  static String post(String members) {
    return "{\"type\":\"post\",\"post\":{" + members + "}}";
  }
}
