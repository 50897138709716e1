package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.snapshot.Row;
import dev.packhorse.formats.model.Attachment;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The files of a message: first in the order of {@code FileIds}, then those that name the message
 * themselves and are missing there. Messages from before server 3.5 that nobody opened since have
 * {@code Filenames} instead.
 */
final class Attachments {

  private final StoredFiles files;
  private final Books.Table fileInfo;
  private final Books.Table legacy;
  private final Books.Table unknown;
  private final Notes notes;
  private final String prefix;
  private final Supplier<List<String>> teams;

  /**
   * @param prefix what the target wants in front of paths
   * @param teams ids of all teams
   */
  Attachments(
      StoredFiles files, Books books, Notes notes, String prefix, Supplier<List<String>> teams) {
    this.teams = teams;
    this.files = files;
    this.fileInfo = books.table("FileInfo");
    this.legacy = books.table("Filenames of Posts");
    this.unknown = books.table("FileIds of Posts");
    this.notes = notes;
    this.prefix = prefix;
  }

  /** The attachments; null if there are none. */
  List<Attachment> of(Message message, ChannelInfo channel) throws IOException {
    Row row = message.row;
    List<Attachment> attachments = new ArrayList<>();
    if (!message.files.isEmpty() || row.length(PostRows.FILE_IDS) > 2) {
      for (Row file : inOrder(message)) {
        attach(file, attachments);
      }
    } else if (row.length(PostRows.FILENAMES) > 2) {
      legacy(message, channel, attachments);
    }
    return attachments.isEmpty() ? null : attachments;
  }

  private List<Row> inOrder(Message message) {
    Map<String, Row> byId = new LinkedHashMap<>();
    message.files.stream()
        .sorted(
            Comparator.<Row>comparingLong(file -> file.number(FileRows.CREATE_AT))
                .thenComparing(file -> file.text(FileRows.ID)))
        .forEach(file -> byId.put(file.text(FileRows.ID), file));
    List<String> ids = Json.list(message.row, PostRows.FILE_IDS);
    if (ids == null) {
      notes.add(DataProblem.JSON_INVALID, "Posts", message.id(), "FileIds");
      ids = List.of();
    }
    List<Row> ordered = new ArrayList<>();
    for (String id : ids) {
      Row file = byId.remove(id);
      if (file != null) {
        ordered.add(file);
      } else {
        unknown.read();
        unknown.lost(Reasons.NO_ROW);
        notes.add(DataProblem.FILE_UNKNOWN, "Posts", message.id(), "FileIds", id);
      }
    }
    ordered.addAll(byId.values());
    return ordered;
  }

  private void attach(Row file, List<Attachment> to) throws IOException {
    if (file.number(FileRows.DELETE_AT) > 0) {
      fileInfo.left(Reasons.DELETED);
      return;
    }
    String path = file.text(FileRows.PATH);
    switch (files.add(path)) {
      case YES -> {
        fileInfo.written("attachments");
        to.add(new Attachment(prefix + path, null));
      }
      case MISSING -> {
        fileInfo.lost(Reasons.FILE_MISSING);
        notes.add(DataProblem.FILE_MISSING, "FileInfo", file.text(FileRows.ID), "Path", path);
      }
      case UNREADABLE -> {
        fileInfo.lost(Reasons.FILE_UNREADABLE);
        notes.add(DataProblem.FILE_UNREADABLE, "FileInfo", file.text(FileRows.ID), "Path", path);
      }
      default -> {
        fileInfo.lost(Reasons.FILE_UNSAFE);
        notes.add(DataProblem.FILE_PATH_UNSAFE, "FileInfo", file.text(FileRows.ID), "Path", path);
      }
    }
  }

  /** {@code /channel/user/id/name}, the name URL-encoded; where they lie: database.md 3.9. */
  private void legacy(Message message, ChannelInfo channel, List<Attachment> to)
      throws IOException {
    List<String> names = Json.list(message.row, PostRows.FILENAMES);
    if (names == null) {
      notes.add(DataProblem.JSON_INVALID, "Posts", message.id(), "Filenames");
      return;
    }
    for (String name : names) {
      legacy.read();
      String[] steps = name.split("/");
      StoredFiles.Found found = StoredFiles.Found.UNSAFE;
      String path = name;
      for (String team : steps.length == 5 ? teams(channel) : List.<String>of()) {
        path =
            "teams/%s/channels/%s/users/%s/%s/%s"
                .formatted(team, steps[1], steps[2], steps[3], decoded(steps[4]));
        found = files.add(path);
        if (found == StoredFiles.Found.YES) {
          break;
        }
      }
      if (found == StoredFiles.Found.YES) {
        to.add(new Attachment(prefix + path, null));
        legacy.written("attachments");
      } else {
        legacy.lost(Reasons.FILE_MISSING);
        notes.add(DataProblem.FILE_MISSING, "Posts", message.id(), "Filenames", path);
      }
    }
  }

  /** Files of direct channels lie below whichever team their author had open. */
  private List<String> teams(ChannelInfo channel) {
    return channel.team() != null ? List.of(channel.team().id()) : teams.get();
  }

  private static String decoded(String name) {
    try {
      // A plus stands for itself in a path.
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }
}
