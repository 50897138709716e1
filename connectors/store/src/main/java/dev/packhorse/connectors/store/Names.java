package dev.packhorse.connectors.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;

/**
 * Finds files whose names the environment's character set can't express, or that were written in
 * another Unicode form, as copies through macOS are. A service without a locale runs in ASCII, and
 * Java can't say {@code ü} there; but it lists such files and opens what it listed.
 */
final class Names {
  private Names() {}

  static boolean ascii(String name) {
    return name.chars().allMatch(c -> c < 0x80);
  }

  /**
   * Looks through a folder.
   *
   * @param path for messages
   * @throws NoSuchFileException if no name in it means the same
   */
  static Path search(Path folder, String name, String path) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(path);
    }
    String wanted = comparable(name);
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        if (comparable(nameOf(child)).equals(wanted)) {
          return child;
        }
      }
    }
    throw new NoSuchFileException(path);
  }

  private static String comparable(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /** The name by its bytes, which only the URI of a path tells. */
  private static String nameOf(Path child) {
    String raw = child.toUri().getRawPath();
    int end = raw.endsWith("/") ? raw.length() - 1 : raw.length();
    String last = raw.substring(raw.lastIndexOf('/', end - 1) + 1, end);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(last.length());
    for (int i = 0; i < last.length(); i++) {
      if (last.charAt(i) == '%') {
        bytes.write(Integer.parseInt(last, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.write(last.charAt(i));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
