package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The files of a zip. Of each entry only the position of its header is kept and what {@link
 * NameIndex} needs, 17 to 23 bytes; the header is read again when asked for.
 */
final class ZipFiles implements ArchiveFiles {
  private final ZipDirectory directory;
  private final ZipContent content;
  private final ArchiveLimits limits;
  private final String folder;
  private final long[] positions;
  private final int count;
  private final NameIndex index;

  private ZipFiles(
      ZipDirectory directory, ZipContent content, ArchiveLimits limits, ZipSurvey survey) {
    this.directory = directory;
    this.content = content;
    this.limits = limits;
    this.folder = survey.folder();
    this.count = survey.data().size();
    this.positions = survey.data().positionsAnd(survey.others());
    this.index = new NameIndex(survey.data().hashesAnd(survey.others()), this::name);
  }

  static ZipFiles of(
      ZipDirectory directory, ZipContent content, ArchiveLimits limits, ZipSurvey survey) {
    ZipFiles files = new ZipFiles(directory, content, limits, survey);
    for (int id = 0; id < files.positions.length; id++) {
      if (files.index.put(id) >= 0) {
        survey.problems().add(ArchiveProblem.ENTRY_DUPLICATE, files.name(id));
      }
    }
    return files;
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
    return positions.length;
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
    String rooted = EntryNames.rooted(header(id).name());
    return rooted.startsWith(folder) ? rooted.substring(folder.length()) : rooted;
  }

  @Override
  public long size(int id) {
    return header(id).size();
  }

  @Override
  public Optional<Problem> defect(int id) {
    return header(id).defect(directory.file().name(), limits);
  }

  @Override
  public InputStream open(int id) throws IOException {
    return content.open(directory.at(positions[id]), 0);
  }

  private ZipHeader header(int id) {
    try {
      return directory.at(positions[id]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
