package dev.packhorse.engine.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.packhorse.engine.run.ProblemJson;
import dev.packhorse.formats.problem.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * {@code --report FILE}: one JSON object with all problems and the summary. It appears under its
 * name when the run has ended, whole.
 */
public final class ReportFile implements Reporter, Closeable {
  private final Path file;
  private final Path partial;
  private final JsonGenerator json;
  private boolean complete;

  public ReportFile(Path file) throws IOException {
    this.file = file;
    this.partial = file.resolveSibling(file.getFileName() + ".partial");
    Files.deleteIfExists(partial);
    if (partial.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          partial,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    json = new JsonFactory().createGenerator(Files.newOutputStream(partial), JsonEncoding.UTF8);
    json.setPrettyPrinter(new DefaultPrettyPrinter());
    json.writeStartObject();
    json.writeArrayFieldStart("problems");
  }

  @Override
  public void accept(Problem problem) {
    try {
      ProblemJson.write(problem, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void summary(Summary summary) throws IOException {
    json.writeEndArray();
    json.writeFieldName("summary");
    SummaryJson.write(summary, json);
    json.writeEndObject();
    complete = true;
  }

  @Override
  public void close() throws IOException {
    if (complete) {
      json.close();
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } else {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT).close();
      Files.deleteIfExists(partial);
    }
  }
}
