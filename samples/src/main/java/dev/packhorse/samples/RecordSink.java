package dev.packhorse.samples;

import dev.packhorse.formats.model.BulkRecord;
import java.io.IOException;

/** Takes generated records in the order of the file. */
@FunctionalInterface
public interface RecordSink {
  void accept(BulkRecord record) throws IOException;
}
