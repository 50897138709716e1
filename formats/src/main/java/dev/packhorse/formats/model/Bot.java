package dev.packhorse.formats.model;

/**
 * A bot account, since server 10.3.
 *
 * @param owner a username, or any text such as a plugin id when no user has that name
 * @param deleteAt epoch milliseconds; importers ignore it
 */
public record Bot(
    String profileImage,
    String username,
    String owner,
    String displayName,
    String description,
    Long deleteAt,
    Layout layout)
    implements BulkRecord {
  @Override
  public RecordType recordType() {
    return RecordType.BOT;
  }
}
