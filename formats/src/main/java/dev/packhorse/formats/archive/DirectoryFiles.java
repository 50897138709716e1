package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a directory. Names are held in memory: a file system can't be asked for its n-th
 * file.
 */
final class DirectoryFiles implements ArchiveFiles {
  private final Path root;
  private final String archive;
  private final int count;
  private final String[] names;
  private final long[] sizes;
  private final NameIndex index;

  /**
   * @param found all files but the lines
   */
  DirectoryFiles(Path root, String archive, List<DirectoryWalk.Found> found, ProblemList problems) {
    this.root = root;
    this.archive = archive;
    List<DirectoryWalk.Found> ordered = new ArrayList<>(found.size());
    found.stream().filter(DirectoryFiles::counts).forEach(ordered::add);
    this.count = ordered.size();
    found.stream().filter(file -> !counts(file)).forEach(ordered::add);
    this.names = ordered.stream().map(DirectoryWalk.Found::name).toArray(String[]::new);
    this.sizes = ordered.stream().mapToLong(DirectoryWalk.Found::size).toArray();
    int[] hashes = ordered.stream().mapToInt(file -> NameIndex.hash(file.name())).toArray();
    this.index = new NameIndex(hashes, this::name);
    for (int id = 0; id < names.length; id++) {
      if (index.put(id) >= 0) {
        problems.add(ArchiveProblem.ENTRY_DUPLICATE, names[id]);
      }
      defect(id).ifPresent(problems::add);
    }
  }

  private static boolean counts(DirectoryWalk.Found file) {
    return file.name().startsWith(EntryNames.DATA) && !EntryNames.litter(file.name());
  }

  @Override
  public boolean known() {
    return true;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public int total() {
    return names.length;
  }

  @Override
  public int find(String path) {
    return PathRules.resolve("data", path).map(index::find).orElse(-1);
  }

  @Override
  public int findEntry(String name) {
    return index.find(name);
  }

  @Override
  public String name(int id) {
    return names[id];
  }

  @Override
  public long size(int id) {
    return sizes[id];
  }

  @Override
  public Optional<Problem> defect(int id) {
    return EntryNames.danger(names[id]).map(danger -> danger.in(archive, names[id]));
  }

  @Override
  public InputStream open(int id) throws IOException {
    defect(id)
        .ifPresent(
            problem -> {
              throw new ProblemException(problem);
            });
    try {
      Path file = root.resolve(names[id]);
      // A folder on the way may have become a link since the walk.
      if (!file.toRealPath().startsWith(root)) {
        throw ArchiveProblem.ENTRY_SYMLINK.thrown(archive, names[id]);
      }
      return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    } catch (AccessDeniedException | NoSuchFileException | InvalidPathException e) {
      // The last two also where the environment's character set can't express the name.
      throw new ProblemException(ArchiveProblem.ENTRY_NOT_READABLE.in(archive, names[id]), e);
    }
  }
}
