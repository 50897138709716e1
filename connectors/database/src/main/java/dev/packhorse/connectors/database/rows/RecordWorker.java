package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.shuffle.Bytes;
import dev.packhorse.connectors.database.shuffle.Keys;
import dev.packhorse.connectors.database.shuffle.Sorter;
import dev.packhorse.formats.jsonl.Escaping;
import dev.packhorse.formats.jsonl.LineEncoder;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.RecordType;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** What all workers do with a record. Used by one thread. */
abstract class RecordWorker implements Parallel.Worker {
  private final LineEncoder encoder = new LineEncoder(Escaping.PLAIN);
  private final Map<RecordType, Sorter.Lane> lanes = new EnumMap<>(RecordType.class);
  final Workshop shop;
  final StoredFiles stored;
  final Bytes key = new Bytes(256);
  final Bytes line = new Bytes(64 * 1024);

  private final Sorter.Lane filesLane;

  RecordWorker(Workshop shop) {
    this.shop = shop;
    this.filesLane = shop.files.lane();
    this.stored = new StoredFiles(shop.store, filesLane);
  }

  void encode(BulkRecord record) throws IOException {
    line.clear();
    encoder.encode(record, null, line);
  }

  void add(RecordType type) throws IOException {
    Sorter.Lane lane = lanes.get(type);
    if (lane == null) {
      lane = shop.lines.get(type).lane();
      lanes.put(type, lane);
    }
    lane.add(key, line.array(), 0, line.size());
  }

  void key(String text) {
    byte[] bytes = Keys.of(text);
    key.write(bytes, 0, bytes.length);
    key.write(0);
  }

  @Override
  public void end() throws IOException {
    for (Sorter.Lane lane : lanes.values()) {
      lane.close();
    }
    filesLane.close();
  }
}
