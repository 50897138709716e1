package dev.packhorse.formats.model;

/**
 * A team.
 *
 * @param name look-up key; the server folds it to lower case, references to it are exact
 * @param type {@code O} open or {@code I} invite only
 * @param scheme name of a scheme of scope {@code team}
 */
public record Team(
    String name,
    String displayName,
    String type,
    String description,
    Boolean allowOpenInvite,
    String scheme,
    Layout layout)
    implements BulkRecord {
  @Override
  public RecordType recordType() {
    return RecordType.TEAM;
  }
}
