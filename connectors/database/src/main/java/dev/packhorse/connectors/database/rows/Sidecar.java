package dev.packhorse.connectors.database.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.packhorse.connectors.database.shuffle.Bytes;
import dev.packhorse.connectors.database.shuffle.Sorter;
import dev.packhorse.connectors.database.snapshot.Query;
import dev.packhorse.connectors.database.snapshot.Row;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows that the bulk format can't say, kept as they are: one file of JSON lines for each kind, an
 * object for each row, its columns as members in lower case, as not all engines keep another, NULL
 * left out, sorted. Many threads may add.
 */
public final class Sidecar implements Closeable {
  private static final JsonFactory JSON =
      new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private final Path folder;
  private final Map<String, Sorter> files = new TreeMap<>();

  /**
   * @param folder for what must be sorted; exists
   */
  public Sidecar(Path folder) {
    this.folder = folder;
  }

  /** What one thread adds to one file. */
  public final class Page implements Closeable {
    private final Query query;
    private final Sorter.Lane lane;
    private final Bytes key = new Bytes(512);

    private Page(Query query, Sorter.Lane lane) {
      this.query = query;
      this.lane = lane;
    }

    public void add(Row row) throws IOException {
      key.clear();
      try (JsonGenerator json = JSON.createGenerator(key)) {
        json.writeStartObject();
        for (int i = 0; i < query.columns().size(); i++) {
          if (!row.isNull(i)) {
            json.writeFieldName(query.columns().get(i).name().toLowerCase(Locale.ROOT));
            if (query.columns().get(i).kind() == Query.Kind.NUMBER) {
              json.writeNumber(row.number(i));
            } else {
              json.writeString(row.text(i));
            }
          }
        }
        json.writeEndObject();
      }
      key.write('\n');
      lane.add(key, key.array(), 0, 0);
    }

    @Override
    public void close() throws IOException {
      lane.close();
    }
  }

  /**
   * @param name of the file, without its ending
   * @param query whose rows are added
   */
  public Page page(String name, Query query) throws IOException {
    synchronized (files) {
      Sorter sorter = files.get(name);
      if (sorter == null) {
        sorter = new Sorter(folder.resolve("sidecar-" + name + ".runs"));
        files.put(name, sorter);
      }
      return new Page(query, sorter.lane());
    }
  }

  /** Writes all files into a folder as {@code NAME.jsonl}. */
  public void writeTo(Path target) throws IOException {
    for (Map.Entry<String, Sorter> file : files.entrySet()) {
      try (OutputStream out =
          new BufferedOutputStream(
              Files.newOutputStream(target.resolve(file.getKey() + ".jsonl")), 1 << 16)) {
        file.getValue().forEach((key, length, value, from, none) -> out.write(key, 0, length));
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Sorter sorter : files.values()) {
      sorter.close();
    }
  }
}
