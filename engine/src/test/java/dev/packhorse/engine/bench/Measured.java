package dev.packhorse.engine.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * One run of a program in a process of its own.
 *
 * @param cpuSeconds of all its threads, those of the virtual machine included
 * @param peakBytes the most memory it ever had resident; -1 where the system does not tell
 */
record Measured(
    int exitCode, double wallSeconds, double cpuSeconds, long peakBytes, String output) {

  static Measured run(Class<?> main, Object... words) throws Exception {
    Path figures = Files.createTempFile("measured", ".properties");
    Path output = Files.createTempFile("measured", ".out");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("@jvm.options", "-Xmx" + System.getProperty("bench.heap", "256m"), "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(List.of(Child.class.getName(), figures.toString(), main.getName()));
    for (Object word : words) {
      command.add(word.toString());
    }
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int exitCode = process.waitFor();
    double wall = (System.nanoTime() - begun) / 1e9;
    Properties told = new Properties();
    try (var in = Files.newInputStream(figures)) {
      told.load(in);
    }
    return new Measured(
        exitCode,
        wall,
        Double.parseDouble(told.getProperty("cpu", "0")),
        Long.parseLong(told.getProperty("peak", "-1")),
        Files.readString(output));
  }

  /** Runs a main method and tells at the end what it took. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws Exception {
      Path figures = Path.of(args[0]);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(figures)));
      String[] rest = List.of(args).subList(2, args.length).toArray(String[]::new);
      Class.forName(args[1]).getMethod("main", String[].class).invoke(null, (Object) rest);
    }

    private static void tell(Path figures) {
      Properties told = new Properties();
      OperatingSystemMXBean system =
          (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      told.setProperty("cpu", Double.toString(system.getProcessCpuTime() / 1e9));
      Path status = Path.of("/proc/self/status");
      try (var out = Files.newOutputStream(figures)) {
        for (String line : Files.exists(status) ? Files.readAllLines(status) : List.<String>of()) {
          if (line.startsWith("VmHWM:")) {
            long kibibytes = Long.parseLong(line.replaceAll("[^0-9]", ""));
            told.setProperty("peak", Long.toString(kibibytes * 1024));
          }
        }
        told.store(out, null);
      } catch (IOException e) {
        e.printStackTrace();
      }
    }
  }
}
