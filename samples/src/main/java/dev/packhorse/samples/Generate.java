package dev.packhorse.samples;

import dev.packhorse.formats.archive.ArchiveForm;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Writes a bulk file: {@code Generate --posts N [--seed S] [--users U] [--attachments] OUT}. The
 * ending of the name tells the form; a name without one of the known endings gets bare lines.
 */
public final class Generate {
  private static final int FILES_PER_MILLE = 40;

  private Generate() {}

  public static void main(String[] arguments) throws IOException {
    System.exit(run(arguments, System.out, System.err));
  }

  /** Returns the exit code: 0, or 2 for arguments that are not understood. */
  static int run(String[] arguments, PrintStream out, PrintStream err) throws IOException {
    long posts = -1;
    long seed = 1;
    int users = 0;
    boolean attachments = false;
    Path target = null;
    try {
      for (int i = 0; i < arguments.length; i++) {
        switch (arguments[i]) {
          case "--posts" -> posts = Long.parseLong(arguments[++i]);
          case "--seed" -> seed = Long.parseLong(arguments[++i]);
          case "--users" -> users = Integer.parseInt(arguments[++i]);
          case "--attachments" -> attachments = true;
          default -> target = Path.of(arguments[i]);
        }
      }
      if (posts < 0 || target == null) {
        throw new IllegalArgumentException("--posts and a file are needed");
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      err.println("usage: Generate --posts N [--seed S] [--users U] [--attachments] OUT");
      return 2;
    }
    GeneratorOptions options = GeneratorOptions.of(posts, seed);
    if (users > 0) {
      options = options.withUsers(users);
    }
    if (attachments) {
      options = options.withAttachments(FILES_PER_MILLE);
    }
    ArchiveForm form = ArchiveForm.forTarget(target.toString()).orElse(ArchiveForm.LINES);
    BulkFileGenerator.Size size = new BulkFileGenerator(options).archive(target, form);
    out.println(target + ": " + size.lines() + " lines, " + size.bytes() + " bytes of lines");
    return 0;
  }
}
