package dev.packhorse.formats.model;

/**
 * A public or private channel.
 *
 * @param type {@code O} public or {@code P} private
 * @param deletedAt epoch milliseconds; above 0 archives the channel, 0 never restores one
 */
public record Channel(
    String team,
    String name,
    String displayName,
    String type,
    String header,
    String purpose,
    String scheme,
    Long deletedAt,
    Layout layout)
    implements BulkRecord {
  @Override
  public RecordType recordType() {
    return RecordType.CHANNEL;
  }
}
