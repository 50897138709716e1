package dev.packhorse.formats.archive;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the name of an entry tells about it. Names use the slash, as zip demands. */
final class EntryNames {
  static final String DATA = "data/";
  static final String SIDECAR = "packhorse/";

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

  private EntryNames() {}

  /** Without {@code ./} in front; the server sees such an entry in the root. */
  static String rooted(String name) {
    int from = 0;
    while (name.startsWith("./", from)) {
      from += 2;
    }
    return name.substring(from);
  }

  /** What macOS puts into archives besides the files. */
  static boolean litter(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return name.startsWith("__MACOSX/") || last.equals(".DS_Store") || last.startsWith("._");
  }

  /** Whether the server would take it for the lines: in the root, and {@code .jsonl} exactly so. */
  static boolean rootLines(String name) {
    return name.indexOf('/') < 0 && name.endsWith(".jsonl");
  }

  /** Why nothing of this name may be written anywhere. */
  static Optional<ArchiveProblem> danger(String name) {
    if (name.startsWith("/") || DRIVE.matcher(name).matches() || climbs(name)) {
      return Optional.of(ArchiveProblem.ENTRY_PATH_ESCAPES);
    }
    return name.chars().anyMatch(Character::isISOControl)
        ? Optional.of(ArchiveProblem.ENTRY_CONTROL_CHARACTERS)
        : Optional.empty();
  }

  private static boolean climbs(String name) {
    return name.equals("..")
        || name.startsWith("../")
        || name.endsWith("/..")
        || name.contains("/../");
  }
}
