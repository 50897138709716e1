package dev.packhorse.engine.transform;

import dev.packhorse.formats.jsonl.BulkLine;
import dev.packhorse.formats.jsonl.Escaping;
import dev.packhorse.formats.jsonl.LineBlock;
import dev.packhorse.formats.jsonl.LineEncoder;
import dev.packhorse.formats.jsonl.LineParser;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.schema.FileLookup;
import dev.packhorse.formats.schema.LineRules;
import dev.packhorse.formats.schema.TargetProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A line before and after mending.
 *
 * @param repairs code and pointer of each, such as {@code repair.order /post}
 */
record Mending(BulkRecord before, BulkRecord after, String line, List<String> repairs) {
  static final TargetProfile TARGET = TargetProfile.builder().maxPostSize(40).build();

  static Mending of(String line, FileLookup files) {
    BulkLine parsed = parse(line);
    List<String> repairs = new ArrayList<>();
    BulkRecord after =
        new Repairs(TARGET, files)
            .mend(
                parsed.record(),
                (code, severity, pointer, arguments) -> repairs.add(code.code() + " " + pointer));
    return new Mending(parsed.record(), after, text(after, parsed), repairs);
  }

  static Mending of(String line) {
    return of(line, FileLookup.NONE);
  }

  boolean same() {
    return before == after;
  }

  static BulkLine parse(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    BulkLine[] read = new BulkLine[1];
    new LineParser()
        .parse(
            new LineBlock("test", bytes, 0, bytes.length, 2, 1, 0, 0), parsed -> read[0] = parsed);
    return read[0];
  }

  private static String text(BulkRecord record, BulkLine parsed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new LineEncoder(Escaping.PLAIN).encode(record, parsed.envelope(), out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  /** Codes of what the rules say about a record. */
  static List<String> problems(BulkRecord record) {
    List<String> codes = new ArrayList<>();
    new LineRules(TARGET)
        .check(
            record.recordType(),
            record.recordType().word(),
            2,
            record,
            (code, severity, pointer, arguments) -> codes.add(code.code()));
    return codes;
  }

  /** An archive of which only the names of its entries are known. */
  static FileLookup files(String... names) {
    Set<String> known = Set.of(names);
    return new FileLookup() {
      @Override
      public boolean known() {
        return true;
      }

      @Override
      public int count() {
        return names.length;
      }

      @Override
      public int find(String path) {
        return findExact("data/" + path);
      }

      @Override
      public int findExact(String name) {
        return known.contains(name) ? List.of(names).indexOf(name) : MISSING;
      }

      @Override
      public String name(int id) {
        return names[id];
      }

      @Override
      public long size(int id) {
        return 1;
      }

      @Override
      public java.io.InputStream open(int id) {
        return java.io.InputStream.nullInputStream();
      }
    };
  }
}
