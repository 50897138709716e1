package dev.packhorse.engine.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.run.RunException;
import dev.packhorse.engine.settings.SettingsException;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Set;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the user meets when a command does not work out: a sentence, a way on, an exit code. */
final class Failures {
  /** What was named is not there, or no address at all: the command has to be mended. */
  private static final Set<String> ADDRESS_OF_NOTHING =
      Set.of(
          "store.bad-address",
          "store.folder.missing",
          "database.not-found",
          "installation.config.not-found");

  /** It is there and can be reached, but is nothing to be read, however often one tries. */
  private static final Set<String> UNFIT =
      Set.of("database.not-mattermost", "database.column-missing");

  private Failures() {}

  static int usage(ParameterException e, Console console) {
    console.err().println(e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, console.err());
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    console.err().println("Try '" + command + " --help'.");
    return ExitCode.USAGE;
  }

  static int settings(SettingsException e, Console console) {
    if (e.problems().size() == 1) {
      console.err().println(e.problems().get(0));
      return ExitCode.USAGE;
    }
    console.err().println(e.problems().size() + " problems in the settings");
    for (int i = 0; i < e.problems().size(); i++) {
      console.err().println("  " + (i + 1) + ") " + e.problems().get(i));
    }
    return ExitCode.USAGE;
  }

  static int of(Exception e, boolean verbose, boolean json, Console console) {
    RunException failure = failure(e);
    if (failure.exitCode() == ExitCode.INTERRUPTED) {
      return failure.exitCode(); // whoever caught the signal has told it
    }
    if (json) {
      console.out().println(json(failure));
      console.out().flush();
    }
    console.err().println(failure.getMessage());
    if (!failure.hint().isEmpty()) {
      console.err().println(failure.hint());
    }
    if (verbose || failure.exitCode() == ExitCode.DEFECT) {
      e.printStackTrace(console.err());
    }
    return failure.exitCode();
  }

  private static RunException failure(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      // What a connector says about its database comes around what the database said; the driver's
      // failure below it must not be taken for one of the job store.
      if (cause instanceof RunException known) {
        return known;
      }
      if (cause instanceof ProblemException found) {
        return problem(found);
      }
      if (cause instanceof SQLException store) {
        return store(store);
      }
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException || cause instanceof UncheckedIOException) {
        IOException io =
            cause instanceof IOException direct
                ? direct
                : ((UncheckedIOException) cause).getCause();
        return io(io);
      }
    }
    return new RunException(
        ExitCode.DEFECT,
        "Packhorse failed: " + e,
        "This is a defect of Packhorse. Please report it with the lines below.");
  }

  /** The job store, as connectors say what is wrong with theirs; in capitals is SQLite's code. */
  private static RunException store(SQLException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("SQLITE_FULL") || message.contains("No space left")) {
      return new RunException(
          ExitCode.NO_SPACE,
          "There is no space left for the job store.",
          "Make room where --state-dir lies and give the same command again.");
    }
    return new RunException(
        ExitCode.UNREACHABLE,
        "The job store can't be used: " + message.lines().findFirst().orElse(""),
        "Name another folder with --state-dir, or remove jobs.db from it; what it knows of jobs is"
            + " then gone.");
  }

  private static RunException problem(ProblemException e) {
    return new RunException(
        exitCode(e),
        e.problem().place().file() + ": " + e.getMessage() + " (" + e.problem().code().code() + ")",
        e.problem().hint());
  }

  private static int exitCode(ProblemException e) {
    String code = e.problem().code().code();
    if (e.getCause() instanceof AccessDeniedException
        || code.contains("denied")
        || code.endsWith("config.not-readable")
        || code.equals("store.folder.not-readable")) {
      return ExitCode.DENIED;
    }
    if (code.startsWith("database.address.")
        || code.startsWith("server.address.")
        || ADDRESS_OF_NOTHING.contains(code)) {
      return ExitCode.USAGE;
    }
    if (code.startsWith("installation.") || UNFIT.contains(code)) {
      return ExitCode.REFUSED;
    }
    if (code.equals("server.job.failed") || code.equals("server.job.canceled")) {
      return ExitCode.JOB_FAILED;
    }
    if (code.equals("server.job.stalled") || code.equals("server.job.not-picked-up")) {
      return ExitCode.WAITED;
    }
    if (code.startsWith("server.upload.") || code.equals("server.job.another-runs")) {
      return ExitCode.REFUSED;
    }
    boolean archive = code.startsWith("archive.") && !code.equals("archive.not-found");
    return archive ? ExitCode.DAMAGED : ExitCode.UNREACHABLE;
  }

  private static RunException io(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
      return new RunException(
          ExitCode.NO_SPACE,
          "There is no space left: " + message,
          "Make room and give the same command again; it goes on where it stopped.");
    }
    if (e instanceof NoSuchFileException) {
      return new RunException(ExitCode.UNREACHABLE, message + " does not exist.", "");
    }
    if (e instanceof AccessDeniedException) {
      return new RunException(
          ExitCode.DENIED, message + " may not be read or written by this user.", "");
    }
    return new RunException(
        ExitCode.UNREACHABLE,
        "Reading or writing failed: " + e,
        "Give the same command again; it goes on where it stopped.");
  }

  private static String json(RunException failure) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("message_type", "error");
      json.writeStringField("message", failure.getMessage());
      json.writeStringField("hint", failure.hint());
      json.writeNumberField("exit_code", failure.exitCode());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
