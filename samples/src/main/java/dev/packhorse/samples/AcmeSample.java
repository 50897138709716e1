package dev.packhorse.samples;

import dev.packhorse.formats.archive.ArchiveForm;
import dev.packhorse.formats.archive.ArchiveWriter;
import dev.packhorse.formats.archive.OutgoingFile;
import dev.packhorse.formats.archive.WriterOptions;
import dev.packhorse.formats.jsonl.Escaping;
import dev.packhorse.formats.jsonl.LineEncoder;
import dev.packhorse.formats.model.BulkRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code acme.zip}: what the company Acme wrote in its first years, good but for a dozen
 * flaws as they occur in real exports, and two lines that a careless hand has spoilt.
 */
public final class AcmeSample {
  private static final GeneratorOptions OPTIONS =
      GeneratorOptions.of(400, 1949).withUsers(24).withAttachments(30);

  private final byte[] lines;
  private final List<OutgoingFile> files = new ArrayList<>();

  private AcmeSample() throws IOException {
    List<BulkRecord> records = new ArrayList<>();
    List<String> paths = new BulkFileGenerator(OPTIONS).recordsAndFiles(records::add);
    Flaws flaws = new Flaws(records);
    flaws.apply();
    paths.addAll(flaws.moreFiles);
    paths.remove(flaws.lostFile);
    paths.forEach(path -> files.add(Media.file(path)));
    lines = spoilt(records);
  }

  static AcmeSample make() throws IOException {
    return new AcmeSample();
  }

  private static byte[] spoilt(List<BulkRecord> records) throws IOException {
    LineEncoder encoder = new LineEncoder(Escaping.GO);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < records.size(); i++) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      encoder.encode(records.get(i), null, line);
      // An editor's blank line, and a line that somebody broke at its middle.
      if (i == records.size() - 30) {
        all.write('\n');
      }
      all.write(line.toByteArray(), 0, line.size() / (i == records.size() - 10 ? 2 : 1));
      if (i == records.size() - 10) {
        all.write('\n');
      }
    }
    return all.toByteArray();
  }

  /** The uncompressed lines. */
  byte[] lines() {
    return lines;
  }

  List<OutgoingFile> files() {
    return files;
  }

  public static void main(String[] arguments) throws IOException {
    AcmeSample acme = make();
    WriterOptions options = WriterOptions.DEFAULT.withDeflateLevel(9);
    try (ArchiveWriter writer =
        ArchiveWriter.create(Path.of(arguments[0]), ArchiveForm.ZIP, options)) {
      writer.append(writer.encode(acme.lines, 0, acme.lines.length));
      writer.finish(acme.files);
    }
  }
}
