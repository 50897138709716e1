package dev.packhorse.connectors.server.testing.job;

import dev.packhorse.connectors.server.testing.state.Job;
import dev.packhorse.connectors.server.testing.state.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The archive of an export job: what the server knows, as lines. */
final class ExportArchive {
  private final World world;
  private final Job job;

  ExportArchive(World world, Job job) {
    this.world = world;
    this.job = job;
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      ZipEntry lines = new ZipEntry("import.jsonl");
      lines.setTime(world.now());
      zip.putNextEntry(lines);
      zip.write(new ExportLines(world, job).text().getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
