package dev.packhorse.samples;

import dev.packhorse.formats.archive.ArchiveForm;
import dev.packhorse.formats.archive.ArchiveWriter;
import dev.packhorse.formats.archive.OutgoingFile;
import dev.packhorse.formats.archive.WriterOptions;
import dev.packhorse.formats.jsonl.Escaping;
import dev.packhorse.formats.jsonl.LineEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes bulk files of any size that look like exports of a server 11.x and break no rule of an
 * untouched one. Memory stays the same however many posts; an archive also keeps the paths of its
 * files.
 */
public final class BulkFileGenerator {
  private static final int SEGMENT = 512 * 1024;

  /** One in eight messages is of a direct or group channel. */
  private static final int DIRECT = 8;

  private final GeneratorOptions options;

  public BulkFileGenerator(GeneratorOptions options) {
    this.options = options;
  }

  /**
   * What was written.
   *
   * @param bytes of uncompressed lines
   */
  public record Size(long lines, long bytes) {}

  /** Hands out all records in the order of the file. */
  public void records(RecordSink to) throws IOException {
    records(Files.forgotten(options), to);
  }

  /** As {@link #records}; returns the paths of all files that the records refer to. */
  List<String> recordsAndFiles(RecordSink to) throws IOException {
    Files files = Files.kept(options);
    records(files, to);
    return files.paths();
  }

  private void records(Files files, RecordSink to) throws IOException {
    Company company = new Company(options);
    Prose prose = new Prose(company.usernames);
    CompanyLines lines = new CompanyLines(options, company, prose, files);
    DirectTalk direct = new DirectTalk(options, company, prose, files);
    long directPosts = options.posts() / DIRECT;
    lines.before(to);
    new UserLines(options, company, prose, files).write(to);
    lines.bots(to);
    new ChannelTalk(options, company, prose, files).write(options.posts() - directPosts, to);
    direct.channels(to);
    direct.posts(directPosts, to);
  }

  /** Writes the lines as a server escapes them; does not close the stream. */
  public Size write(OutputStream out) throws IOException {
    LineEncoder encoder = new LineEncoder(Escaping.GO);
    ByteArrayOutputStream buffer = new ByteArrayOutputStream(SEGMENT + (1 << 16));
    long[] size = new long[2];
    records(
        record -> {
          encoder.encode(record, null, buffer);
          size[0]++;
          if (buffer.size() >= SEGMENT) {
            size[1] += buffer.size();
            buffer.writeTo(out);
            buffer.reset();
          }
        });
    size[1] += buffer.size();
    buffer.writeTo(out);
    return new Size(size[0], size[1]);
  }

  /** Writes an archive of any form, with the files that its lines refer to; replaces it. */
  public Size archive(Path target, ArchiveForm form) throws IOException {
    Files files = Files.kept(options);
    LineEncoder encoder = new LineEncoder(Escaping.GO);
    ByteArrayOutputStream buffer = new ByteArrayOutputStream(SEGMENT + (1 << 16));
    long[] lines = new long[1];
    try (ArchiveWriter writer =
        ArchiveWriter.create(target, form, WriterOptions.DEFAULT.withSync(false))) {
      records(
          files,
          record -> {
            encoder.encode(record, null, buffer);
            lines[0]++;
            if (buffer.size() >= SEGMENT) {
              append(buffer, writer);
            }
          });
      append(buffer, writer);
      writer.finish(
          form == ArchiveForm.ZIP || form == ArchiveForm.DIRECTORY ? media(files) : List.of());
      return new Size(lines[0], writer.linesBytes());
    }
  }

  private static void append(ByteArrayOutputStream buffer, ArchiveWriter writer)
      throws IOException {
    writer.append(writer.encode(buffer.toByteArray(), 0, buffer.size()));
    buffer.reset();
  }

  private static List<OutgoingFile> media(Files files) {
    List<OutgoingFile> media = new ArrayList<>(files.paths().size());
    files.paths().forEach(path -> media.add(Media.file(path)));
    return media;
  }
}
