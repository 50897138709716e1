package dev.packhorse.connectors.archive;

import dev.packhorse.connectors.spi.Connector;
import dev.packhorse.connectors.testkit.SourceContract;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** Archives of all forms, made by other tools, keep the promises of a source. */
class ArchiveSourceTest {

  abstract static class Archives extends SourceContract {
    @Override
    protected Connector connector() {
      return new ArchiveConnector();
    }

    @Override
    protected boolean holdsFiles() {
      return false;
    }
  }

  @Nested
  class BareLines extends Archives {
    @Override
    protected String holding(byte[] lines, Map<String, byte[]> files) throws IOException {
      return Forms.lines(folder.resolve("in.jsonl"), lines);
    }
  }

  @Nested
  class Gzip extends Archives {
    @Override
    protected String holding(byte[] lines, Map<String, byte[]> files) throws IOException {
      return Forms.gzip(folder.resolve("in.jsonl.gz"), lines);
    }
  }

  @Nested
  class Zstd extends Archives {
    @Override
    protected String holding(byte[] lines, Map<String, byte[]> files) throws IOException {
      return Forms.zstd(folder.resolve("in.jsonl.zst"), lines);
    }
  }

  @Nested
  class Zip extends Archives {
    @Override
    protected String holding(byte[] lines, Map<String, byte[]> files) throws IOException {
      return Forms.zip(folder.resolve("in.zip"), "", lines, files);
    }

    @Override
    protected boolean holdsFiles() {
      return true;
    }
  }

  @Nested
  class Directory extends Archives {
    @Override
    protected String holding(byte[] lines, Map<String, byte[]> files) throws IOException {
      return Forms.directory(folder.resolve("in"), lines, files);
    }

    @Override
    protected boolean holdsFiles() {
      return true;
    }
  }
}
