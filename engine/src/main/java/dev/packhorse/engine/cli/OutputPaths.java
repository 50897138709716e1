package dev.packhorse.engine.cli;

import dev.packhorse.engine.run.RejectFile;
import dev.packhorse.engine.settings.AllSettings;
import dev.packhorse.engine.settings.Settings;
import dev.packhorse.engine.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at all paths of a command before anything is written: no output may be an input. */
final class OutputPaths {
  private OutputPaths() {}

  /**
   * @param target null if the command writes none
   * @throws SettingsException with every clash, every folder that is missing, and a report file
   *     without the ending it needs
   */
  static void check(Settings settings, String target) throws IOException {
    List<String> problems = new ArrayList<>();
    Map<Path, String> inputs = new LinkedHashMap<>();
    put(inputs, settings.get(AllSettings.SOURCE), "SOURCE");
    for (String existing : settings.get(AllSettings.EXISTING)) {
      put(inputs, existing, "--existing");
    }
    Map<Path, String> outputs = new LinkedHashMap<>();
    if (target != null) {
      output(target, "TARGET", inputs, outputs, problems);
      Path rejects = Transfer.rejectFile(settings, Session.connector(target).canonical(target));
      output(rejects.toString(), "the reject file", inputs, outputs, problems);
      String reasons = RejectFile.reasons(rejects).toString();
      output(reasons, "the problems of the reject file", inputs, outputs, problems);
    }
    Path report = settings.get(AllSettings.REPORT);
    if (report != null) {
      output(report.toString(), "--report", inputs, outputs, problems);
      if (!report.toString().endsWith(".json")) {
        problems.add("--report " + report + " must end in .json.");
      }
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
  }

  private static void put(Map<Path, String> paths, String address, String name) throws IOException {
    // Only files can be written over.
    if (address != null && !address.equals("-") && !Session.connector(address).live()) {
      paths.put(real(address), name);
    }
  }

  private static void output(
      String address,
      String name,
      Map<Path, String> inputs,
      Map<Path, String> outputs,
      List<String> problems)
      throws IOException {
    Path path = real(address);
    String other = inputs.getOrDefault(path, outputs.get(path));
    if (other != null) {
      problems.add(name + " and " + other + " are the same file, " + path + ".");
    }
    outputs.put(path, name);
    Path folder = path.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      problems.add(name + ": the folder " + folder + " does not exist.");
    }
  }

  /** The path behind all links, as far as it exists. */
  private static Path real(String address) throws IOException {
    Path path = Path.of(address).toAbsolutePath().normalize();
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    Path folder = path.getParent();
    return folder != null && Files.exists(folder)
        ? folder.toRealPath().resolve(path.getFileName())
        : path;
  }
}
