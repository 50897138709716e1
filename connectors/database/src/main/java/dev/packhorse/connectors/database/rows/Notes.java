package dev.packhorse.connectors.database.rows;

import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.Severity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Problems found in rows, by many threads at once. Of each kind a limited number is kept, those
 * with the smallest places, so that what is told does not depend on which thread came first; the
 * rest is counted.
 */
public final class Notes {
  private static final int KEPT = 200;

  /** What is shown of an id or value that is empty or NULL; a sentence with a gap says nothing. */
  private static final String NONE = "(none)";

  private static final Comparator<Problem> ORDER =
      Comparator.<Problem, String>comparing(problem -> problem.place().file())
          .thenComparing(problem -> String.valueOf(problem.place().row()))
          .thenComparing(problem -> problem.place().pointer())
          .thenComparing(problem -> problem.arguments().toString());

  private final Map<DataProblem, Kept> kept = new ConcurrentSkipListMap<>();

  private static final class Kept {
    private final TreeSet<Problem> problems = new TreeSet<>(ORDER);
    private long all;
  }

  /**
   * @param table as Mattermost calls it
   * @param id of the row
   */
  public void add(DataProblem code, String table, String id, String column, Object... arguments) {
    Object[] shown = Arrays.stream(arguments).map(Notes::shown).toArray();
    Problem problem = Problem.of(code, Place.row(table, shown(id).toString(), column), shown);
    Kept ofCode = kept.computeIfAbsent(code, any -> new Kept());
    synchronized (ofCode) {
      if (ofCode.problems.add(problem)) {
        ofCode.all++;
        if (ofCode.problems.size() > KEPT) {
          ofCode.problems.pollLast();
        }
      }
    }
  }

  private static Object shown(Object value) {
    return value == null || value.toString().isEmpty() ? NONE : value;
  }

  /** All that are kept, and for each code that had more, one that says how many more. */
  public List<Problem> problems() {
    List<Problem> all = new ArrayList<>();
    kept.forEach(
        (code, ofCode) -> {
          all.addAll(ofCode.problems);
          if (ofCode.all > KEPT) {
            all.add(
                Problem.of(
                    DataProblem.MORE,
                    code.severity(),
                    Place.file(ofCode.problems.first().place().file()),
                    ofCode.all - ofCode.problems.size(),
                    code.code()));
          }
        });
    return all;
  }

  /** Writes problems down, one on each line, members separated by tabs. */
  public static void save(List<Problem> problems, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      for (Problem problem : problems) {
        Place place = problem.place();
        List<String> cells = new ArrayList<>();
        cells.addAll(List.of(problem.code().code(), problem.severity().name(), place.file()));
        cells.add(place.row() == null ? "" : place.row());
        cells.add(place.pointer());
        cells.addAll(problem.arguments());
        // Values are cut and hold no control characters, so no tabs.
        out.write(String.join("\t", cells) + "\n");
      }
    }
  }

  /**
   * Takes up what {@link #save} wrote down.
   *
   * @param codes all that may occur
   */
  public static List<Problem> load(Path file, List<? extends ProblemCode> codes)
      throws IOException {
    List<Problem> problems = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split("\t", -1);
        for (ProblemCode code : codes) {
          if (code.code().equals(cells[0])) {
            Place place =
                cells[3].isEmpty() ? Place.file(cells[2]) : Place.row(cells[2], cells[3], cells[4]);
            problems.add(
                new Problem(
                    code,
                    Severity.valueOf(cells[1]),
                    place,
                    Arrays.asList(cells).subList(5, cells.length)));
          }
        }
      }
    }
    return problems;
  }
}
