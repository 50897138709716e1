package dev.packhorse.formats.model;

import java.util.List;

/**
 * A direct (two members) or group channel (three to eight).
 *
 * @param members usernames; servers since 10.1 write participants instead, which win
 */
public record DirectChannel(
    List<String> members,
    List<Participant> participants,
    List<String> favoritedBy,
    List<String> shownBy,
    String header,
    Layout layout)
    implements BulkRecord {
  @Override
  public RecordType recordType() {
    return RecordType.DIRECT_CHANNEL;
  }
}
