package dev.packhorse.engine.run;

import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.Severity;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What a survey found out, apart from the problems themselves and the {@link Verdicts}. */
public final class SurveyResult {
  private final BalanceSheet balance = new BalanceSheet();
  private final Refusals refusals = new Refusals();
  private final Map<String, Long> byCode = new TreeMap<>();
  private final Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
  private final Map<String, Long> repairs = new TreeMap<>();
  private boolean damaged;
  private long bytes;

  void note(Problem problem) {
    byCode.merge(problem.code().code(), 1L, Long::sum);
    bySeverity.merge(problem.severity(), 1L, Long::sum);
    if (problem.code().code().startsWith("repair.")) {
      repairs.merge(problem.code().code(), 1L, Long::sum);
    }
  }

  void damage() {
    damaged = true;
  }

  void read(long more) {
    bytes += more;
  }

  /** Uncompressed bytes of all records. */
  public long bytes() {
    return bytes;
  }

  public BalanceSheet balance() {
    return balance;
  }

  public long count(Severity severity) {
    return bySeverity.getOrDefault(severity, 0L);
  }

  /** What refused records held, beyond what the balance sheet says. */
  public Refusals refusals() {
    return refusals;
  }

  /** Problems by code. */
  public Map<String, Long> byCode() {
    return byCode;
  }

  /** Repairs by code. */
  public Map<String, Long> repairs() {
    return repairs;
  }

  /** Whether the source could not be read to its end. */
  public boolean damaged() {
    return damaged;
  }

  /** Writes it so that it is there whole or not at all. */
  public void save(Path file) throws IOException {
    Properties properties = new Properties();
    balance.save("balance", properties);
    refusals.save(properties);
    properties.setProperty("bytes", Long.toString(bytes));
    properties.setProperty("damaged", Boolean.toString(damaged));
    byCode.forEach((code, count) -> properties.setProperty("code." + code, count.toString()));
    bySeverity.forEach((level, count) -> properties.setProperty("severity." + level, "" + count));
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try (Writer out = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
      properties.store(out, null);
    }
    PrivateFiles.sync(partial);
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Reads what {@link #save} wrote. */
  public static SurveyResult load(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    SurveyResult result = new SurveyResult();
    result.balance.load("balance", properties);
    result.refusals.load(properties);
    result.bytes = Long.parseLong(properties.getProperty("bytes", "0"));
    result.damaged = Boolean.parseBoolean(properties.getProperty("damaged"));
    for (Map.Entry<String, String> entry : texts(properties).entrySet()) {
      String name = entry.getKey();
      if (name.startsWith("code.")) {
        String code = name.substring("code.".length());
        result.byCode.put(code, Long.valueOf(entry.getValue()));
        if (code.startsWith("repair.")) {
          result.repairs.put(code, Long.valueOf(entry.getValue()));
        }
      } else if (name.startsWith("severity.")) {
        Severity severity = Severity.valueOf(name.substring("severity.".length()));
        result.bySeverity.put(severity, Long.valueOf(entry.getValue()));
      }
    }
    return result;
  }

  private static Map<String, String> texts(Properties properties) {
    Map<String, String> texts = new LinkedHashMap<>();
    properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name)));
    return texts;
  }
}
