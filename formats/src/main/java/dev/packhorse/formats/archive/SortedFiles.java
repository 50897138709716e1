package dev.packhorse.formats.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Files with clean names in the order of these names, each once. If they come so, none is held;
 * otherwise all are.
 */
final class SortedFiles {
  private SortedFiles() {}

  static Iterable<OutgoingFile> of(Iterable<OutgoingFile> files) {
    String before = null;
    for (OutgoingFile file : files) {
      String name = cleanName(file);
      if (before != null && before.compareTo(name) >= 0) {
        return sorted(files);
      }
      before = name;
    }
    return () -> cleaned(files.iterator());
  }

  private static Iterator<OutgoingFile> cleaned(Iterator<OutgoingFile> files) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return files.hasNext();
      }

      @Override
      public OutgoingFile next() {
        return clean(files.next());
      }
    };
  }

  private static List<OutgoingFile> sorted(Iterable<OutgoingFile> files) {
    List<OutgoingFile> all = new ArrayList<>();
    files.forEach(file -> all.add(clean(file)));
    all.sort(Comparator.comparing(OutgoingFile::name));
    List<OutgoingFile> once = new ArrayList<>(all.size());
    OutgoingFile before = null;
    for (OutgoingFile file : all) {
      if (before == null || !before.name().equals(file.name())) {
        once.add(file);
      } else if (before.size() != file.size()) {
        throw new IllegalArgumentException("two files of one name: " + file.name());
      }
      before = file;
    }
    return once;
  }

  private static OutgoingFile clean(OutgoingFile file) {
    String name = cleanName(file);
    return name.equals(file.name()) ? file : new OutgoingFile(name, file.size(), file.opener());
  }

  private static String cleanName(OutgoingFile file) {
    return PathRules.resolve("data", file.name())
        .filter(path -> path.startsWith(EntryNames.DATA))
        .map(path -> path.substring(EntryNames.DATA.length()))
        .orElseThrow(() -> ArchiveProblem.TARGET_NAME.thrown("data", file.name()));
  }
}
