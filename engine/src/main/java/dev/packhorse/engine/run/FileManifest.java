package dev.packhorse.engine.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.packhorse.connectors.spi.SourceFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A list of the files as they are stored, as a file of the sidecar: a line for each with its path
 * below {@code data/}, size and SHA-256, in the order in which they were stored.
 */
public final class FileManifest implements Closeable {
  public static final String NAME = "packhorse/files.jsonl";

  private final Path kept;
  private final JsonGenerator json;

  /**
   * @param kept where the list grows until it is asked for; replaced if it is there
   */
  public FileManifest(Path kept) throws IOException {
    this.kept = kept;
    this.json = new JsonFactory().createGenerator(PrivateFiles.create(kept));
    json.setRootValueSeparator(null);
  }

  public void add(SourceFile file, long size, String sha256) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", file.path());
    json.writeNumberField("size", size);
    json.writeStringField("sha256", sha256);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** The list as far as it has grown; nothing may be added afterwards. */
  public SourceFile file() throws IOException {
    json.close();
    return new SourceFile(NAME, Files.size(kept), () -> Files.newInputStream(kept));
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
