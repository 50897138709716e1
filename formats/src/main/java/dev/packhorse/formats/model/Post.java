package dev.packhorse.formats.model;

import java.util.List;

/**
 * A root message of a channel with everything below it.
 *
 * @param type empty for an ordinary message, else a system type or {@code custom_…}
 * @param props an object, as written
 * @param createAt epoch milliseconds; together with channel and message the post's identity
 * @param editAt epoch milliseconds
 */
public record Post(
    String team,
    String channel,
    String user,
    String type,
    String message,
    RawJson props,
    Long createAt,
    Long editAt,
    List<String> flaggedBy,
    List<Reaction> reactions,
    List<Reply> replies,
    List<Attachment> attachments,
    Boolean isPinned,
    List<ThreadFollower> threadFollowers,
    Layout layout)
    implements BulkRecord {
  @Override
  public RecordType recordType() {
    return RecordType.POST;
  }
}
