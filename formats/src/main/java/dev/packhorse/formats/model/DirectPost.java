package dev.packhorse.formats.model;

import java.util.List;

/**
 * A root message of a direct or group channel.
 *
 * @param channelMembers usernames; a conversation with oneself has the name twice
 * @param createAt epoch milliseconds
 * @param editAt epoch milliseconds
 */
public record DirectPost(
    List<String> channelMembers,
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
    return RecordType.DIRECT_POST;
  }
}
