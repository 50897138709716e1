package dev.packhorse.formats.archive;

/**
 * Chooses the entry that holds the lines, as the server does: the first {@code .jsonl} of the root
 * in the order of the archive (bulk-format.md section 1.5). Also notices when the whole archive
 * lies in one folder, as people pack it by hand.
 */
final class LinesChoice {
  private String chosen;
  private long chosenAt;
  private String other;
  private String folder;
  private boolean oneFolder = true;
  private boolean linesInFolder;

  /**
   * Takes the next entry of the archive.
   *
   * @param name from the root, without {@code ./}; a folder's name ends in a slash
   * @param at where the entry can be found again
   * @return whether this entry holds the lines
   */
  boolean offer(String name, long at) {
    boolean litter = EntryNames.litter(name);
    if (!litter) {
      lookAtFolder(name);
    }
    if (!EntryNames.rootLines(name)) {
      return false;
    }
    if (chosen == null && !litter) {
      chosen = name;
      chosenAt = at;
      return true;
    }
    other = other == null ? name : other;
    return false;
  }

  private void lookAtFolder(String name) {
    int slash = name.indexOf('/');
    String top = slash < 0 ? "" : name.substring(0, slash + 1);
    folder = folder == null ? top : folder;
    oneFolder = oneFolder && folder.equals(top);
    linesInFolder |= oneFolder && EntryNames.rootLines(name.substring(top.length()));
  }

  /**
   * The single folder, with its slash, in which everything lies and lines among it; empty if the
   * lines are in the root or nowhere.
   */
  String wrapping() {
    boolean wrapped = chosen == null && oneFolder && linesInFolder;
    // A server's own layout without lines is no wrapped one: data/x.jsonl is an attachment.
    return wrapped && !folder.equals(EntryNames.DATA) ? folder : "";
  }

  /**
   * Ends the choice.
   *
   * @throws dev.packhorse.formats.problem.ProblemException if there are no lines, or their name is
   *     one that makes the server's import fail
   */
  void check(String archive, ProblemList problems) {
    if (chosen == null) {
      throw ArchiveProblem.LINES_MISSING.thrown(archive);
    }
    if (chosen.contains("..")) {
      throw ArchiveProblem.LINES_BAD_NAME.thrown(archive, chosen);
    }
    if (other != null) {
      problems.add(ArchiveProblem.LINES_SEVERAL, chosen, other);
    }
  }

  String name() {
    return chosen;
  }

  long at() {
    return chosenAt;
  }
}
