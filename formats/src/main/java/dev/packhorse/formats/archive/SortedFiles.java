package dev.packhorse.formats.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Files below one folder of the archive, with clean names, in the order of these names, each once.
 * If they come so, none is held; otherwise all are. Those that can't be had in this way are told to
 * their owner and left out.
 */
final class SortedFiles {
  private final String folder;
  private final OutgoingFiles owner;

  /** Taken one by one from their owner; or null, and {@link #held} has them. */
  private final Iterator<OutgoingFile> passing;

  private final Iterator<NamedFile> held;

  private SortedFiles(
      String folder,
      OutgoingFiles owner,
      Iterator<OutgoingFile> passing,
      Iterator<NamedFile> held) {
    this.folder = folder;
    this.owner = owner;
    this.passing = passing;
    this.held = held;
  }

  /** The files for {@code data/}. */
  static SortedFiles data(OutgoingFiles owner) throws IOException {
    return of(EntryNames.DATA, owner.files(), owner);
  }

  /** The files for {@code packhorse/}. */
  static SortedFiles sidecar(OutgoingFiles owner) throws IOException {
    return of(EntryNames.SIDECAR, owner.sidecar(), owner);
  }

  private static SortedFiles of(String folder, Iterable<OutgoingFile> files, OutgoingFiles owner)
      throws IOException {
    String before = null;
    for (OutgoingFile file : files) {
      Optional<String> name = cleanName(folder, file);
      if (name.isPresent() && before != null && before.compareTo(name.get()) >= 0) {
        return new SortedFiles(folder, owner, null, sorted(folder, files, owner).iterator());
      }
      before = name.orElse(before);
    }
    return new SortedFiles(folder, owner, files.iterator(), null);
  }

  /** Whether all of them are in memory. */
  boolean held() {
    return held != null;
  }

  /** The next one, or null at the end. */
  NamedFile next() throws IOException {
    if (held != null) {
      return held.hasNext() ? held.next() : null;
    }
    while (passing.hasNext()) {
      OutgoingFile file = passing.next();
      Optional<String> name = cleanName(folder, file);
      if (name.isPresent()) {
        return new NamedFile(name.get(), file);
      }
      refuse(folder, file, owner);
    }
    return null;
  }

  private static List<NamedFile> sorted(
      String folder, Iterable<OutgoingFile> files, OutgoingFiles owner) throws IOException {
    List<NamedFile> all = new ArrayList<>();
    for (OutgoingFile file : files) {
      Optional<String> name = cleanName(folder, file);
      if (name.isPresent()) {
        all.add(new NamedFile(name.get(), file));
      } else {
        refuse(folder, file, owner);
      }
    }
    all.sort(Comparator.comparing(NamedFile::name));
    List<NamedFile> once = new ArrayList<>(all.size());
    for (NamedFile file : all) {
      NamedFile before = once.isEmpty() ? null : once.get(once.size() - 1);
      if (before == null || !before.name().equals(file.name())) {
        once.add(file);
      } else if (before.file().size() != file.file().size()) {
        owner.unreadable(file.file(), new IOException("another file has the same name"));
      }
    }
    return once;
  }

  private static void refuse(String folder, OutgoingFile file, OutgoingFiles owner)
      throws IOException {
    owner.unreadable(file, ArchiveProblem.TARGET_NAME.thrown(folder, file.name()));
  }

  /** Sidecar files carry their folder in their names, since it is never left out of them. */
  private static Optional<String> cleanName(String folder, OutgoingFile file) {
    return PathRules.resolve(folder.equals(EntryNames.DATA) ? folder : "", file.name())
        .filter(path -> path.startsWith(folder));
  }
}
