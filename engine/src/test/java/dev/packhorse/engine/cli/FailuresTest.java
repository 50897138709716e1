package dev.packhorse.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.ProblemException;
import dev.packhorse.formats.problem.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What connectors say about their databases decides how a command ends. */
class FailuresTest {
  private record Code(String code) implements ProblemCode {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "database.not-reachable, 5",
    "database.connection-lost, 5",
    "database.not-mattermost, 7",
    "installation.config.not-found, 2",
    "installation.config.not-readable, 6",
    "installation.config.masked, 7",
    "store.folder.missing, 2",
    "database.not-found, 2",
    "store.unreachable, 5",
    "database.denied.login, 6",
    "database.denied.read, 6",
    "database.address.invalid, 2"
  })
  void theCodeDecidesWhateverTheDriverThrewBelow(String code, int exitCode) {
    Problem problem = Problem.of(new Code(code), Place.file("postgres://db/x"), "postgres://db/x");
    ProblemException found = new ProblemException(problem, new SQLException("said by the driver"));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(new PrintWriter(err), new PrintStream(err, true), false, Map.of());
    assertThat(Failures.of(found, false, false, console)).isEqualTo(exitCode);
    assertThat(Failures.of(new IOException("lost", found), false, false, console))
        .isEqualTo(exitCode);
    assertThat(err.toString()).contains(code).doesNotContain("job store");
  }
}
