package dev.packhorse.formats.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A small export as the tests of the writer make it: always the same lines and files. */
final class WriterRun {
  static final int SEGMENTS = 40;
  // Without waiting for the disk, of which these tests don't take the power away.
  static final WriterOptions OPTIONS = WriterOptions.DEFAULT.withSync(false);

  // A container without a locale can't express the first in a directory.
  static final String CAT = expressible() ? "emoji/\u043A\u043E\u0442/image" : "emoji/cat/image";

  private WriterRun() {}

  private static boolean expressible() {
    try {
      return Path.of("\u043A\u043E\u0442").toString().equals("\u043A\u043E\u0442");
    } catch (InvalidPathException e) {
      return false;
    }
  }

  static byte[] segment(int number) {
    Random random = new Random(number);
    StringBuilder lines = new StringBuilder();
    for (int i = random.nextInt(60); i >= 0; i--) {
      lines.append("{\"type\":\"post\",\"post\":{\"message\":\"").append(random.nextLong());
      lines.append("\",\"create_at\":").append(1_600_000_000_000L + i).append("}}\n");
    }
    return ArchiveTests.bytes(lines.toString());
  }

  static String allLines() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < SEGMENTS; i++) {
      all.append(new String(segment(i), StandardCharsets.UTF_8));
    }
    return all.toString();
  }

  static List<OutgoingFile> files(ArchiveForm form) {
    List<OutgoingFile> files = new ArrayList<>();
    if (!form.bare()) {
      files.add(file("z/last.txt", "last"));
      files.add(file("/a//first.png", "\u0000\u0001first"));
      files.add(file(CAT, "cat"));
      files.add(file("empty", ""));
    }
    return files;
  }

  static OutgoingFile file(String name, String content) {
    byte[] bytes = ArchiveTests.bytes(content);
    return new OutgoingFile(name, bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /** Appends the segments from one to another. */
  static void append(ArchiveWriter writer, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      byte[] lines = segment(i);
      writer.append(writer.encode(lines, 0, lines.length));
    }
  }

  static Path target(Path folder, ArchiveForm form) {
    return folder.resolve(form == ArchiveForm.DIRECTORY ? "out" : "out." + form.word());
  }

  /** A run that nothing disturbs. */
  static Path whole(Path folder, ArchiveForm form) throws IOException {
    Files.createDirectories(folder);
    Path target = target(folder, form);
    try (ArchiveWriter writer = ArchiveWriter.create(target, form, OPTIONS)) {
      append(writer, 0, SEGMENTS);
      writer.finish(files(form));
    }
    return target;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Names and hashes of everything below a folder, or of one file, as one text. */
  static String everything(Path path) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> found = Files.walk(path)) {
      for (Path file : found.sorted().toList()) {
        all.append(path.relativize(file)).append('\n');
        if (Files.isRegularFile(file)) {
          byte[] bytes = Files.readAllBytes(file);
          all.append(bytes.length).append(' ').append(sha256(bytes)).append('\n');
        }
      }
    }
    return all.toString();
  }
}
