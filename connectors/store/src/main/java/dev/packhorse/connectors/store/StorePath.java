package dev.packhorse.connectors.store;

import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;

/** Paths of the database, which may hold anything. */
final class StorePath {
  private StorePath() {}

  /**
   * The parts between the slashes. Empty ones and {@code .} are left out, as the server does when
   * it joins a path to its store, so a slash in front means nothing.
   *
   * @throws InvalidPathException if there is none, or one that leads upwards
   */
  static List<String> elements(String path) {
    List<String> elements = new ArrayList<>();
    for (String element : path.split("/")) {
      if (element.equals("..")) {
        throw new InvalidPathException(path, "leads out of the file store");
      }
      if (element.indexOf('\0') >= 0) {
        throw new InvalidPathException(path, "holds a NUL character");
      }
      if (!element.isEmpty() && !element.equals(".")) {
        elements.add(element);
      }
    }
    if (elements.isEmpty()) {
      throw new InvalidPathException(path, "names no file");
    }
    return elements;
  }
}
