package dev.packhorse.formats.model;

/**
 * A permission scheme with the roles it gives out.
 *
 * @param scope {@code team} or {@code channel}; the team roles belong to the first only
 */
public record Scheme(
    String name,
    String displayName,
    String description,
    String scope,
    Role defaultTeamAdminRole,
    Role defaultTeamUserRole,
    Role defaultChannelAdminRole,
    Role defaultChannelUserRole,
    Role defaultTeamGuestRole,
    Role defaultChannelGuestRole,
    Layout layout)
    implements BulkRecord {
  @Override
  public RecordType recordType() {
    return RecordType.SCHEME;
  }
}
