package dev.packhorse.engine.cli;

import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.SettingType;
import dev.packhorse.engine.settings.Settings;
import dev.packhorse.engine.settings.SettingsException;
import dev.packhorse.engine.settings.SettingsFile;
import dev.packhorse.engine.settings.SettingsResolver;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Makes the command line out of the commands and their settings, and runs what was asked for. */
public final class CommandLines {
  private static final List<Command> COMMANDS =
      List.of(
          new ValidateCommand(),
          new ExportCommand(),
          new MigrateCommand(),
          new InspectCommand(),
          new ExplainCommand(),
          new DemoCommand(),
          new LoginCommand(),
          new LogoutCommand(),
          new WhoamiCommand(),
          new JobsListCommand(),
          new JobsShowCommand(),
          new JobsResumeCommand(),
          new JobsAbandonCommand(),
          new ConfigCheckCommand(),
          new ConfigReferenceCommand());

  private static final Map<String, String> GROUPS =
      Map.of(
          "jobs", "List, show, resume and abandon runs.",
          "config", "Check settings, and list all there are.");

  private CommandLines() {}

  /**
   * Runs a command.
   *
   * @return the exit code
   */
  public static int execute(String[] args, Console console) {
    CommandLine line = commandLine();
    ParseResult parsed;
    try {
      parsed = line.parseArgs(args);
    } catch (ParameterException e) {
      return Failures.usage(e, console);
    }
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
    }
    CommandSpec spec = parsed.commandSpec();
    if (parsed.isVersionHelpRequested()) {
      spec.root().commandLine().printVersionHelp(console.out());
      return ExitCode.DONE;
    }
    if (parsed.isUsageHelpRequested()) {
      spec.commandLine().usage(console.out());
      return ExitCode.DONE;
    }
    if (!(spec.userObject() instanceof Command command)) {
      spec.commandLine().usage(new PrintWriter(console.err(), true));
      return ExitCode.USAGE;
    }
    return run(command, flags(parsed, command), console);
  }

  private static int run(Command command, Map<String, String> flags, Console console) {
    boolean verbose = flags.containsKey("verbose");
    try {
      Settings settings = settings(command, flags, console);
      return command.run(settings, console);
    } catch (SettingsException e) {
      return Failures.settings(e, console);
    } catch (Exception e) {
      return Failures.of(e, verbose, flags.containsKey("json"), console);
    }
  }

  private static Settings settings(Command command, Map<String, String> flags, Console console)
      throws IOException {
    return new SettingsResolver(section(command), command.settings())
        .resolve(flags, console.environment(), settingsFile(flags, console));
  }

  private static String section(Command command) {
    return command.name().split(" ")[0];
  }

  /** The file that was named, else {@code packhorse.yml} of this folder if there is one. */
  static SettingsFile settingsFile(Map<String, String> flags, Console console) throws IOException {
    String named = flags.getOrDefault("config", console.environment().get("PACKHORSE_CONFIG"));
    Path file = Path.of(named == null ? "packhorse.yml" : named);
    if (Files.isReadable(file)) {
      return SettingsFile.read(file);
    }
    if (named != null) {
      throw new SettingsException("The settings file " + named + " can't be read.");
    }
    return SettingsFile.NONE;
  }

  private static Map<String, String> flags(ParseResult parsed, Command command) {
    Map<String, String> flags = new HashMap<>();
    int word = 0;
    for (Setting<?> setting : command.settings()) {
      if (setting.positional()) {
        if (parsed.hasMatchedPositional(word)) {
          flags.put(setting.name(), parsed.matchedPositionalValue(word, ""));
        }
        word++;
      } else if (parsed.hasMatchedOption(flag(setting))) {
        Object value = parsed.matchedOption(flag(setting)).getValue();
        flags.put(setting.name(), setting.isSwitch() ? switched(setting, value) : (String) value);
      }
    }
    return flags;
  }

  private static String switched(Setting<?> setting, Object value) {
    boolean on = Boolean.TRUE.equals(value);
    return String.valueOf(negated(setting) != on);
  }

  /** A switch that is on by itself is turned off by {@code --no-NAME}. */
  private static boolean negated(Setting<?> setting) {
    return setting.isSwitch() && Boolean.TRUE.equals(setting.fallback());
  }

  private static String flag(Setting<?> setting) {
    return negated(setting) ? "--no-" + setting.name() : setting.flag();
  }

  static CommandLine commandLine() {
    CommandSpec root = CommandSpec.create().name("packhorse");
    root.usageMessage()
        .description(
            "Moves Mattermost data: exports databases, checks, mends and converts bulk files.")
        .footer(
            "",
            "packhorse COMMAND --help says more. Settings may also stand in packhorse.yml or in",
            "PACKHORSE_… variables; packhorse config reference lists them all.%n");
    root.version("packhorse " + Build.version());
    root.addOption(help()).addOption(version());
    Map<String, CommandSpec> groups = new LinkedHashMap<>();
    for (Command command : COMMANDS) {
      String[] words = command.name().split(" ");
      CommandSpec parent = words.length == 1 ? root : group(words[0], root, groups);
      parent.addSubcommand(words[words.length - 1], spec(command));
    }
    CommandLine line = new CommandLine(root);
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(100);
    return line;
  }

  private static CommandSpec group(String name, CommandSpec root, Map<String, CommandSpec> groups) {
    return groups.computeIfAbsent(
        name,
        word -> {
          CommandSpec group = CommandSpec.create().addOption(help());
          group.usageMessage().description(GROUPS.get(word));
          root.addSubcommand(word, group);
          return group;
        });
  }

  private static CommandSpec spec(Command command) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
    spec.usageMessage()
        .description(description(command))
        .sortOptions(false)
        .optionListHeading("%n")
        .parameterListHeading("%n")
        .footerHeading("%nExit codes%n")
        .footer(command.exitCodes().stream().map(code -> "  " + code).toArray(String[]::new));
    int word = 0;
    for (Setting<?> setting : command.settings()) {
      if (setting.positional()) {
        spec.addPositional(
            PositionalParamSpec.builder()
                .index(String.valueOf(word++))
                .arity("0..1")
                .paramLabel(setting.type().placeholder())
                .description(setting.description())
                .type(String.class)
                .build());
      } else {
        spec.addOption(option(setting));
      }
    }
    return spec.addOption(help());
  }

  /** The first paragraph is what the list of commands shows. */
  private static String[] description(Command command) {
    List<String> more = command.description();
    String[] lines = new String[more.size() + 1];
    lines[0] = command.summary();
    for (int i = 0; i < more.size(); i++) {
      lines[i + 1] = i == 0 ? "%n" + more.get(i) : more.get(i);
    }
    return lines;
  }

  private static OptionSpec option(Setting<?> setting) {
    String[] names =
        setting.letter() == 0
            ? new String[] {flag(setting)}
            : new String[] {"-" + setting.letter(), flag(setting)};
    String shown = setting.defaultText();
    boolean tellDefault = !setting.isSwitch() && !shown.isEmpty();
    String description = setting.description() + (tellDefault ? " Default: " + shown + "." : "");
    OptionSpec.Builder option =
        OptionSpec.builder(names).description(description.replace("%", "%%"));
    return setting.type() == SettingType.SWITCH
        ? option.type(boolean.class).arity("0").build()
        : option.type(String.class).arity("1").paramLabel(setting.type().placeholder()).build();
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Show this help.")
        .build();
  }

  private static OptionSpec version() {
    return OptionSpec.builder("-V", "--version")
        .versionHelp(true)
        .description("Show the version.")
        .build();
  }
}
