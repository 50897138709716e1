package dev.packhorse.connectors.server.testing.job;

import dev.packhorse.connectors.server.testing.state.Emoji;
import dev.packhorse.connectors.server.testing.state.Job;
import dev.packhorse.connectors.server.testing.state.Post;
import dev.packhorse.connectors.server.testing.state.StoredFile;
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

  byte[] bytes() throws IOException, JobError {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      ZipEntry lines = new ZipEntry("import.jsonl");
      lines.setTime(world.now());
      zip.putNextEntry(lines);
      zip.write(new ExportLines(world, job).text().getBytes(StandardCharsets.UTF_8));
      if ("true".equals(job.get("include_attachments"))) {
        attachments(zip);
      }
    }
    return bytes.toByteArray();
  }

  /** Bodies that the store has lost are named in a text file since 10.6; before they were fatal. */
  private void attachments(ZipOutputStream zip) throws IOException, JobError {
    StringBuilder warnings = new StringBuilder();
    for (Post post : world.posts.values()) {
      for (StoredFile file : post.files) {
        String path = ExportPosts.path(post, file.id, file.name);
        if (post.deleteAt > 0) {
          continue;
        }
        if (file.body == null && world.profile.before(10, 6)) {
          throw JobError.export("unable to open the file " + path);
        }
        if (file.body == null) {
          warnings.append("Unable to read the file data/").append(path).append('\n');
        } else {
          add(zip, "data/" + path, file.body);
        }
      }
    }
    // Images of emoji come with attachments only, though the lines name them anyway.
    for (Emoji emoji : world.emoji.values()) {
      add(zip, "data/" + ExportPosts.path(emoji), emoji.image());
    }
    if (!warnings.isEmpty()) {
      add(zip, "warnings.txt", warnings.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void add(ZipOutputStream zip, String name, byte[] body) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(world.now());
    zip.putNextEntry(entry);
    zip.write(body);
  }
}
