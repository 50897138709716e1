package dev.packhorse.formats.archive;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests of archives have in common. */
final class ArchiveTests {
  private ArchiveTests() {}

  static BulkArchive open(Path path) throws IOException {
    return BulkArchive.open(path, ArchiveLimits.DEFAULT);
  }

  static Path write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  static Path write(Path file, String text) throws IOException {
    return write(file, bytes(text));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String lines(BulkArchive archive) throws IOException {
    return lines(archive, 0);
  }

  static String lines(BulkArchive archive, long offset) throws IOException {
    try (InputStream in = archive.openLines(offset)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static String text(ArchiveFiles files, int id) throws IOException {
    try (InputStream in = files.open(id)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The code of the problem that the call throws. */
  static ProblemCode refusal(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call).problem().code();
  }

  static ProblemCode refusal(Path path) {
    return refusal(() -> open(path).close());
  }

  static List<ProblemCode> codes(BulkArchive archive) {
    return archive.problems().stream().map(Problem::code).toList();
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(bytes(text));
    }
    return bytes.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }
}
