package dev.packhorse.engine.cli;

import dev.packhorse.connectors.spi.Part;
import dev.packhorse.engine.settings.AllSettings;
import dev.packhorse.engine.settings.CommandSettings;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import dev.packhorse.engine.settings.SettingsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code packhorse export SOURCE -o ARCHIVE}. */
final class ExportCommand implements Command {
  @Override
  public String name() {
    return "export";
  }

  @Override
  public String summary() {
    return "Write what a running server's database and file store hold into an archive.";
  }

  @Override
  public List<String> description() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Reads all rows of one instant while the server goes on, then its files, and writes an archive");
    lines.add(
        "that this server or a newer one imports. Nothing is locked or changed. What can't be written");
    lines.add("is named, and every row is accounted for. The same command goes on after a cut.");
    lines.add("%nParts that are read unless --exclude names them:%n");
    parts(true, lines);
    lines.add("%nParts that are read if --include names them:%n");
    parts(false, lines);
    return lines;
  }

  private static void parts(boolean usual, List<String> lines) {
    for (Part part : Part.values()) {
      if (Part.USUAL.contains(part) == usual) {
        lines.add(String.format("  %-19s %s", part.word(), part.description()));
      }
    }
  }

  @Override
  public List<Setting<?>> settings() {
    return CommandSettings.EXPORT;
  }

  @Override
  public List<String> exitCodes() {
    return new MigrateCommand().exitCodes();
  }

  @Override
  public int run(Settings settings, Console console) throws IOException {
    String target = settings.get(AllSettings.OUTPUT);
    if (target == null && !settings.get(AllSettings.DRY_RUN)) {
      throw new SettingsException("-o ARCHIVE is missing: the archive to write.");
    }
    return new Transfer(settings, console, target, true).run();
  }
}
