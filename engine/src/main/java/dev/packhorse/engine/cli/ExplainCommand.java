package dev.packhorse.engine.cli;

import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.run.RunException;
import dev.packhorse.engine.settings.AllSettings;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import dev.packhorse.formats.problem.Catalogue;
import dev.packhorse.formats.problem.ProblemPage;
import java.util.List;

/** {@code packhorse explain CODE}: the page of a problem code. */
final class ExplainCommand implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String summary() {
    return "Show the page of a problem code.";
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(AllSettings.CODE);
  }

  @Override
  public List<String> exitCodes() {
    return List.of("0   shown", "2   there is no such code");
  }

  @Override
  public int run(Settings settings, Console console) {
    String code = settings.get(AllSettings.CODE);
    if (code == null) {
      throw new RunException(ExitCode.USAGE, "CODE is missing, such as post.message.too-long.", "");
    }
    ProblemPage page =
        Catalogue.find(code)
            .orElseThrow(
                () ->
                    new RunException(
                        ExitCode.USAGE,
                        "There is no problem code \"" + code + "\".",
                        "Codes stand after the severity in reports, such as post.message.too-long."));
    console.out().println(page.body());
    console.out().println();
    console.out().println("Severity: " + page.severity().word());
    if (!page.rules().isEmpty()) {
      console.out().println("Rules: " + String.join(", ", page.rules()));
    }
    if (!page.serverKeys().isEmpty()) {
      console.out().println("The server says: " + String.join(", ", page.serverKeys()));
    }
    return ExitCode.DONE;
  }
}
