package dev.packhorse.engine;

import dev.packhorse.engine.cli.CommandLines;
import dev.packhorse.engine.cli.Console;

/** The program {@code packhorse}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Console console = Console.ofProcess();
    int exitCode = CommandLines.execute(args, console);
    console.flush();
    System.exit(exitCode);
  }
}
