package dev.packhorse.engine;

import dev.packhorse.engine.cli.CommandLines;
import dev.packhorse.engine.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program as tests call it: in this process, or in one of its own that can be killed. */
public final class Packhorse {

  /** What a command said and how it ended. */
  public record Result(int exitCode, String out, String err) {}

  private final Path stateFolder;
  private final Map<String, String> environment = new HashMap<>();

  public Packhorse(Path stateFolder) {
    this.stateFolder = stateFolder;
    environment.put("PACKHORSE_STATE_DIR", stateFolder.toString());
    environment.put("PACKHORSE_PROGRESS", "never");
  }

  public Packhorse with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Runs a command in this process. */
  public Result run(Object... words) {
    StringWriter out = new StringWriter();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    Console console = new Console(new PrintWriter(out), errors, false, environment);
    int exitCode = CommandLines.execute(texts(words), console);
    console.flush();
    return new Result(exitCode, out.toString(), err.toString(StandardCharsets.UTF_8));
  }

  /** Starts a command in a process of its own; what it prints goes into a file. */
  public Process start(Path output, Object... words) throws IOException {
    return start(List.of(), output, words);
  }

  /**
   * @param before words before the name of the program, such as those of {@code unshare}
   */
  public Process start(List<String> before, Path output, Object... words) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@jvm.options");
    command.add("-Xmx256m");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(texts(words)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }

  private static String[] texts(Object[] words) {
    String[] texts = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      texts[i] = words[i].toString();
    }
    return texts;
  }

  public Path stateFolder() {
    return stateFolder;
  }

  /** A file with these lines. */
  public static Path lines(Path file, String... lines) throws IOException {
    return Files.writeString(file, String.join("\n", lines) + "\n");
  }
}
