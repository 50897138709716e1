package dev.packhorse.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * The files that generated lines refer to: their paths, if somebody wants them. A path takes some
 * 200 bytes, the only thing of a generator that grows with its output.
 */
final class Files {
  private final boolean pictures;
  private final List<String> paths;

  private Files(boolean pictures, List<String> paths) {
    this.pictures = pictures;
    this.paths = paths;
  }

  /** For a bare file of lines: paths are written, and forgotten. */
  static Files forgotten(GeneratorOptions options) {
    return new Files(options.attachments() > 0, null);
  }

  /** For an archive, which needs the files themselves. */
  static Files kept(GeneratorOptions options) {
    return new Files(options.attachments() > 0, new ArrayList<>());
  }

  /** Whether people have pictures. */
  boolean wanted() {
    return pictures;
  }

  void add(String path) {
    if (paths != null) {
      paths.add(path);
    }
  }

  List<String> paths() {
    return paths;
  }
}
