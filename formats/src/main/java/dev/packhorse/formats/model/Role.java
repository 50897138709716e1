package dev.packhorse.formats.model;

import java.util.List;

/**
 * A set of permissions, since server 9.8 a line of its own; also part of a {@link Scheme}.
 *
 * @param permissions replaces the whole list of an existing role when present
 */
public record Role(
    String name,
    String displayName,
    String description,
    List<String> permissions,
    Boolean schemeManaged,
    Layout layout)
    implements BulkRecord {
  @Override
  public RecordType recordType() {
    return RecordType.ROLE;
  }
}
