package dev.packhorse.connectors.server.testing.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.packhorse.connectors.server.testing.state.Job;
import dev.packhorse.connectors.server.testing.state.JobPlan;
import dev.packhorse.connectors.server.testing.state.World;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The import job: reads the archive line by line and stops at the first that is bad. */
final class ImportRun {
  private static final int LONGEST_LINE = 16 << 20;

  private final World world;
  private final ObjectMapper json;
  private final ImportLines lines;
  private long number;

  private ImportRun(World world, ZipFile zip) {
    this.world = world;
    // Before 11 only the first value of a line was read.
    this.json =
        new ObjectMapper()
            .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, world.profile.since(6, 0));
    this.lines = new ImportLines(world, zip);
  }

  static void run(World world, Job job) throws IOException, JobError {
    boolean byPath = world.profile.since(9, 5) && "true".equals(job.get("local_mode"));
    Path archive = archive(world, job, byPath);
    String sha256 = Sha256.of(archive);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ImportRun run = new ImportRun(world, zip);
      try {
        run.read(zip);
      } finally {
        job.imported = run.lines.imported(sha256);
      }
    } catch (ZipException e) {
      throw JobError.worker("failed to open file.");
    }
    finish(world, archive, byPath);
  }

  private static Path archive(World world, Job job, boolean byPath) throws JobError {
    String name = job.get("import_file");
    if (name == null || name.isEmpty()) {
      throw JobError.worker("import_file parameter is missing.");
    }
    Path file =
        byPath
            ? Path.of(name)
            : world.store.imports().resolve(Path.of("/" + name).getFileName().toString());
    if (!Files.exists(file) || !byPath && name.startsWith("/")) {
      throw JobError.worker("file does not exists.");
    }
    return file;
  }

  private static void finish(World world, Path archive, boolean byPath)
      throws IOException, JobError {
    JobPlan plan = world.jobPlan;
    if (plan.removalFails) {
      throw JobError.worker("failed to remove file.");
    }
    if (!byPath && !plan.keepFile) {
      Files.delete(archive);
    }
  }

  private void read(ZipFile zip) throws IOException, JobError {
    ZipEntry entry =
        zip.stream()
            .filter(e -> e.getName().endsWith(".jsonl"))
            .filter(e -> world.profile.before(11, 5) || !e.getName().contains("/"))
            .map(ZipEntry.class::cast)
            .findFirst()
            .orElseThrow(() -> JobError.worker("JSONL file is missing."));
    try (InputStream in = new BufferedInputStream(zip.getInputStream(entry), 1 << 16)) {
      for (byte[] line = line(in); line != null; line = line(in)) {
        number++;
        JobPlan plan = world.jobPlan;
        if (plan.failLine == number) {
          throw JobError.at(number, plan.failText);
        }
        take(line);
      }
    }
  }

  private void take(byte[] line) throws JobError {
    JsonNode node;
    try {
      node = json.readTree(line);
    } catch (JsonProcessingException e) {
      throw decode(e.getOriginalMessage());
    } catch (IOException e) {
      throw decode(e.getMessage());
    }
    if (node == null || !node.isObject() || !node.path("type").isTextual()) {
      throw decode("unexpected end of JSON input");
    }
    if (number == 1) {
      checkVersion(node);
    } else if (number == 2 && node.path("type").asText().equals("version")) {
      // No workers were started, and the reader waits for them.
      throw JobError.endless();
    } else {
      lines.take(number, node);
    }
  }

  private JobError decode(String why) {
    return JobError.at(number, "JSON decode of line failed., " + why);
  }

  private void checkVersion(JsonNode node) throws JobError {
    if (!node.path("type").asText().equals("version")) {
      throw JobError.at(1, "First line of bulk import file must be version line.");
    }
    if (!node.path("version").isIntegralNumber()) {
      throw decode("the version is no number");
    }
    if (node.path("version").asLong() != 1) {
      throw JobError.at(1, "Incorrect or missing version in the data import file.");
    }
  }

  /** Null at the end. A last line without line feed is one; an empty one is no JSON. */
  private static byte[] line(InputStream in) throws IOException, JobError {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    int b;
    while ((b = in.read()) >= 0 && b != '\n') {
      line.write(b);
      if (line.size() >= LONGEST_LINE) {
        throw JobError.at(0, "Error reading import data file., bufio.Scanner: token too long");
      }
    }
    if (b < 0 && line.size() == 0) {
      return null;
    }
    // Go mends what is not UTF-8 instead of refusing it.
    return line.toString(StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
  }
}
