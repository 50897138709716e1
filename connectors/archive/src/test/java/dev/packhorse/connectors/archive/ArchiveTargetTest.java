package dev.packhorse.connectors.archive;

import dev.packhorse.connectors.spi.Connector;
import dev.packhorse.connectors.testkit.TargetContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** Archives of all forms keep the promises of a target. */
class ArchiveTargetTest {

  abstract static class Archives extends TargetContract {
    private final String ending;

    Archives(String ending) {
      this.ending = ending;
    }

    @Override
    protected Connector connector() {
      return new ArchiveConnector();
    }

    @Override
    protected String address(String name) {
      return folder.resolve(name) + ending;
    }

    @Override
    protected boolean visible(String address) {
      return Files.exists(Path.of(address));
    }

    @Override
    protected byte[] contents(String address) throws IOException {
      return Forms.contents(Path.of(address));
    }

    @Override
    protected boolean replaceable() {
      return true;
    }
  }

  @Nested
  class BareLines extends Archives {
    BareLines() {
      super(".jsonl");
    }
  }

  @Nested
  class Gzip extends Archives {
    Gzip() {
      super(".jsonl.gz");
    }
  }

  @Nested
  class Zstd extends Archives {
    Zstd() {
      super(".jsonl.zst");
    }
  }

  @Nested
  class Zip extends Archives {
    Zip() {
      super(".zip");
    }
  }

  @Nested
  class Directory extends Archives {
    Directory() {
      super("/");
    }

    /** What lies in a directory may be anything; it is for its owner to remove. */
    @Override
    protected boolean replaceable() {
      return false;
    }
  }
}
