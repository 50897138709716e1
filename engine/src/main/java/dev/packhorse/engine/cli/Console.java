package dev.packhorse.engine.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command prints and what surrounds it, so that tests can stand in for a terminal.
 *
 * @param out standard output, UTF-8, not flushed by itself
 * @param err standard error
 * @param terminal whether standard error is a terminal somebody looks at
 */
public record Console(
    PrintWriter out, PrintStream err, boolean terminal, Map<String, String> environment) {

  /** The console of this process. */
  public static Console ofProcess() {
    PrintWriter out =
        new PrintWriter(new PrintStream(System.out, false, StandardCharsets.UTF_8), false);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    // The launcher looks, since Java can only ask for both streams at once.
    boolean terminal = "true".equals(System.getProperty("packhorse.terminal"));
    return new Console(out, err, terminal, System.getenv());
  }

  public void flush() {
    out.flush();
    err.flush();
  }
}
