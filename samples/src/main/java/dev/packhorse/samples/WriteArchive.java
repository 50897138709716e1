package dev.packhorse.samples;

import dev.packhorse.formats.archive.ArchiveForm;
import dev.packhorse.formats.archive.ArchiveWriter;
import dev.packhorse.formats.archive.OutgoingFile;
import dev.packhorse.formats.archive.WriterOptions;
import dev.packhorse.formats.jsonl.Escaping;
import dev.packhorse.formats.jsonl.LineEncoder;
import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Channel;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Team;
import dev.packhorse.formats.model.TeamMembership;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.model.Version;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Example: records made by a program, such as a converter, become an archive for a server. */
public final class WriteArchive {
  private static final String FILE = "plans/picnic.txt";

  private WriteArchive() {}

  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]));
  }

  static void write(Path target) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    LineEncoder encoder = new LineEncoder(Escaping.PLAIN);
    for (BulkRecord record : records()) {
      encoder.encode(record, null, lines);
    }
    byte[] text = "Bring cake.\n".getBytes(StandardCharsets.UTF_8);
    OutgoingFile file = new OutgoingFile(FILE, text.length, () -> new ByteArrayInputStream(text));
    try (ArchiveWriter writer =
        ArchiveWriter.create(target, ArchiveForm.ZIP, WriterOptions.DEFAULT)) {
      // A large file comes in many segments, which may be encoded by several threads.
      writer.append(writer.encode(lines.toByteArray(), 0, lines.size()));
      writer.finish(List.of(file));
    }
  }

  /** In an order that works: what a record refers to stands before it. */
  private static List<BulkRecord> records() {
    long now = 1_767_225_600_000L;
    return List.of(
        new Version(1L, null, null),
        new Team("choir", "The Choir", "O", null, null, null, null),
        new Channel("choir", "outings", "Outings", "O", null, null, null, null, null),
        user("bea"),
        new Post(
            "choir",
            "outings",
            "bea",
            null,
            "Picnic on Sunday 🧺",
            null,
            now,
            null,
            null,
            null,
            null,
            List.of(new Attachment(FILE, null)),
            null,
            null,
            null));
  }

  /** A user has 35 fields; what is null is absent from the line and left as it is on the server. */
  private static User user(String name) {
    List<TeamMembership> teams =
        List.of(new TeamMembership("choir", "team_user", null, null, null));
    return new User(
        null,
        name,
        name + "@choir.example",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        teams,
        null);
  }
}
