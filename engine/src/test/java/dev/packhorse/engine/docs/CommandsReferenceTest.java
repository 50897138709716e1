package dev.packhorse.engine.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.engine.Golden;
import dev.packhorse.engine.Packhorse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of commands is their help. */
class CommandsReferenceTest {
  private static final List<String> COMMANDS =
      List.of(
          "validate",
          "migrate",
          "inspect",
          "explain",
          "jobs",
          "jobs list",
          "jobs show",
          "jobs resume",
          "jobs abandon",
          "export",
          "demo",
          "login",
          "logout",
          "whoami",
          "config",
          "config check",
          "config reference");

  @TempDir Path folder;

  @Test
  void thePageShowsTheHelpOfEveryCommand() {
    StringBuilder page = new StringBuilder("# Commands\n\n");
    page.append("This page is what `--help` of each command prints; a test keeps it so. Every");
    page.append(" flag may also stand in\n`packhorse.yml` or in a variable, see");
    page.append(" [settings](settings.md); what the exit codes promise is on\n");
    page.append("[their own page](exit-codes.md).\n");
    page.append(section("packhorse", help("")));
    COMMANDS.forEach(command -> page.append(section("packhorse " + command, help(command + " "))));
    Golden.page("reference/commands.md").equalTo(page.toString());
  }

  private static String section(String title, String help) {
    return "\n## " + title + "\n\n```text\n" + help.strip() + "\n```\n";
  }

  private String help(String command) {
    Packhorse.Result result = new Packhorse(folder).run((Object[]) (command + "--help").split(" "));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result.out();
  }

  @Test
  void noCommandIsMissingHere() {
    for (String group : List.of("", "jobs ", "config ")) {
      help(group)
          .lines()
          .dropWhile(line -> !line.equals("Commands:"))
          .skip(1)
          .takeWhile(line -> line.startsWith("  "))
          .filter(line -> line.matches("  [a-z].*"))
          .forEach(line -> assertThat(COMMANDS).contains(group + line.strip().split(" ")[0]));
    }
  }
}
