package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.AccountProblem.IMAGE_FILE_CUT_OFF;
import static dev.packhorse.formats.schema.AccountProblem.IMAGE_FILE_MISSING;
import static dev.packhorse.formats.schema.AccountProblem.IMAGE_FILE_TOO_LARGE;
import static dev.packhorse.formats.schema.AccountProblem.IMAGE_TOO_MANY_PIXELS;
import static dev.packhorse.formats.schema.AccountProblem.IMAGE_UNDECODABLE;
import static dev.packhorse.formats.schema.AccountProblem.IMAGE_UNREADABLE;

import dev.packhorse.formats.problem.ProblemException;
import dev.packhorse.formats.problem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Pictures of users, bots and emoji: V-PATH-04, V-PATH-06, A-EMOJI-02, A-USER-11, A-USER-12. */
final class Pictures {
  private static final long MOST_EMOJI_BYTES = 524_288;

  /** A picture of over 33 million pixels is never smaller, whatever packs it. */
  private static final long HUGE_PICTURE_BYTES = 16 << 10;

  private static final String[] ENDINGS = {".png", ".jpg", ".jpeg", ".gif", ".webp"};

  private final TargetProfile target;
  private final FileLookup files;

  Pictures(TargetProfile target, FileLookup files) {
    this.target = target;
    this.files = files;
  }

  /**
   * @param id what the look-up of the path gave
   */
  void check(int id, String path, boolean emoji, Line line, String pointer) {
    if (PathRules.escapes(path)) {
      return;
    }
    if (id < 0) {
      line.report(IMAGE_FILE_MISSING, pointer, path);
      return;
    }
    long size = files.size(id);
    if (emoji && size > MOST_EMOJI_BYTES) {
      line.report(IMAGE_FILE_TOO_LARGE, pointer, path, size, MOST_EMOJI_BYTES);
    } else if (!emoji && size > target.maxFileSize()) {
      line.report(IMAGE_FILE_CUT_OFF, pointer, path, size, target.maxFileSize());
    }
    content(id, path, emoji, line, pointer);
  }

  private void content(int id, String path, boolean emoji, Line line, String pointer) {
    boolean svg = emoji && lower(path).endsWith(".svg");
    try {
      long pixels = svg ? svg(id) : files.pixels(id);
      if (pixels < 0) {
        undecodable(path, emoji, line, pointer);
      } else if (!emoji && pixels > target.maxImagePixels()) {
        line.report(IMAGE_TOO_MANY_PIXELS, pointer, path, pixels, target.maxImagePixels());
      }
    } catch (ProblemException e) {
      // What is wrong with the archive itself is found where it is read as a whole.
      undecodable(path, emoji, line, pointer);
    } catch (IOException e) {
      // Nothing is known about the picture: no reason to refuse its user with all messages.
      line.report(IMAGE_UNREADABLE, pointer, path);
    }
  }

  /** A bad emoji is copied as it is; a bad picture of a user ends the import. */
  private static void undecodable(String path, boolean emoji, Line line, String pointer) {
    line.report(IMAGE_UNDECODABLE, emoji ? Severity.WARNING : Severity.ERROR, pointer, path);
  }

  /** Whether an attachment is a picture over the server's limit; looks at likely ones only. */
  boolean tooManyPixels(int id) {
    long size = files.size(id);
    if (size >= 0 && size < HUGE_PICTURE_BYTES) {
      return false;
    }
    String name = lower(files.name(id));
    for (String ending : ENDINGS) {
      if (name.endsWith(ending)) {
        return pixels(id) > target.maxImagePixels();
      }
    }
    return false;
  }

  private long pixels(int id) {
    try {
      return files.pixels(id);
    } catch (IOException | ProblemException e) {
      return ImageHeader.UNKNOWN; // found where the file is copied
    }
  }

  private long svg(int id) throws IOException {
    try (InputStream in = files.open(id)) {
      return Svg.isWellFormed(in) ? 1 : ImageHeader.UNKNOWN;
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
