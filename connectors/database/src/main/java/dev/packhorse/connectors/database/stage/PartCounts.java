package dev.packhorse.connectors.database.stage;

import dev.packhorse.connectors.database.rows.DataProblem;
import dev.packhorse.connectors.spi.Account;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.connectors.spi.PartCount;
import dev.packhorse.formats.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The rows of each part, as far as the books know them. */
final class PartCounts {
  /** Parts that are all of a table's rows; those of others are not booked apart when wanted. */
  private static final Map<Part, String> TABLES =
      Map.of(
          Part.ROLES, "Roles",
          Part.SCHEMES, "Schemes",
          Part.PROFILE_PICTURES, "Pictures of Users");

  /** About tables that may not be read, or can't be told from some that are not there. */
  private static final Set<String> CODES =
      Set.of(DataProblem.TABLE_NOT_COUNTED.code(), DataProblem.TABLE_NOT_SEEN.code());

  private final Set<Part> wanted;
  private final List<Account> accounts;
  private final List<Problem> problems;

  PartCounts(Set<Part> wanted, List<Account> accounts, List<Problem> problems) {
    this.wanted = wanted;
    this.accounts = accounts;
    this.problems = problems;
  }

  List<PartCount> all() {
    return Arrays.stream(Part.values())
        .map(part -> new PartCount(part, wanted.contains(part), rows(part)))
        .toList();
  }

  private long rows(Part part) {
    if (unseen(part)) {
      return PartCount.UNKNOWN;
    }
    if (!wanted.contains(part)) {
      return sum(
          Account::left,
          reason ->
              reason.endsWith("(--include " + part.word() + ")")
                  || reason.endsWith("(--exclude " + part.word() + ")"));
    }
    if (part.sidecar()) {
      return sum(Account::written, ("sidecar: " + part.word())::equals);
    }
    String table = TABLES.get(part);
    return table == null
        ? PartCount.UNKNOWN
        : accounts.stream()
            .filter(account -> account.table().equals(table))
            .flatMap(account -> account.written().values().stream())
            .mapToLong(Long::longValue)
            .sum();
  }

  private boolean unseen(Part part) {
    return problems.stream()
        .filter(problem -> CODES.contains(problem.code().code()))
        .anyMatch(problem -> problem.arguments().contains(part.word()));
  }

  private long sum(Function<Account, Map<String, Long>> column, Predicate<String> words) {
    return accounts.stream()
        .flatMap(account -> column.apply(account).entrySet().stream())
        .filter(entry -> words.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
