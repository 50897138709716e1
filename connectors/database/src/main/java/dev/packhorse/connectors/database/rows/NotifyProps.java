package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.snapshot.Row;
import dev.packhorse.formats.model.ChannelNotifyProps;
import dev.packhorse.formats.model.UserNotifyProps;
import java.util.Map;
import java.util.Set;

/**
 * Notification settings. Values outside the lists of bulk-format.md 2.5 stop an import, so they are
 * left out and reported.
 */
final class NotifyProps {
  private static final Set<String> LEVELS = Set.of("all", "mention", "none");
  private static final Set<String> CHANNEL_LEVELS = Set.of("default", "all", "mention", "none");
  private static final Set<String> SWITCH = Set.of("true", "false");
  private static final Set<String> STATES = Set.of("online", "away", "offline");
  private static final Set<String> COMMENTS = Set.of("any", "root", "never");
  private static final Set<String> UNREAD = Set.of("all", "mention");
  private static final Set<String> EMAIL = Set.of("default", "true", "false");
  private static final Set<String> IGNORE = Set.of("default", "on", "off");
  private static final Set<String> FOLLOW = Set.of("on", "off");

  private final String table;
  private final String id;
  private final Map<String, String> stored;
  private final Notes notes;

  private NotifyProps(String table, String id, Map<String, String> stored, Notes notes) {
    this.table = table;
    this.id = id;
    this.stored = stored;
    this.notes = notes;
  }

  static UserNotifyProps ofUser(String id, Row row, int column, Notes notes) {
    NotifyProps props = new NotifyProps("Users", id, Json.texts(row, column), notes);
    if (props.stored.isEmpty()) {
      return null;
    }
    String keys = props.stored.get("mention_keys");
    return new UserNotifyProps(
        props.get("desktop", LEVELS),
        props.get("desktop_sound", SWITCH),
        props.get("email", SWITCH),
        props.get("push", LEVELS),
        props.get("push_status", STATES),
        props.get("channel", SWITCH),
        props.get("comments", COMMENTS),
        keys == null ? null : Words.withoutNul(keys),
        null);
  }

  /**
   * @param direct whether the channel is a direct or group one, of which more is imported
   */
  static ChannelNotifyProps ofChannel(Row row, boolean direct, Notes notes) {
    int column = ChannelMemberRows.NOTIFY_PROPS;
    if (row.length(column) <= 2) {
      return null;
    }
    NotifyProps props =
        new NotifyProps(
            "ChannelMembers",
            row.text(ChannelMemberRows.CHANNEL_ID),
            Json.texts(row, column),
            notes);
    String desktop = props.get("desktop", CHANNEL_LEVELS);
    String mobile = props.get("push", CHANNEL_LEVELS);
    String unread = props.get("mark_unread", UNREAD);
    return direct
        ? new ChannelNotifyProps(
            desktop,
            mobile,
            unread,
            props.get("email", EMAIL),
            props.get("ignore_channel_mentions", IGNORE),
            props.get("channel_auto_follow_threads", FOLLOW),
            null)
        : new ChannelNotifyProps(desktop, mobile, unread, null, null, null, null);
  }

  private String get(String key, Set<String> known) {
    String value = stored.get(key);
    if (value == null || value.isEmpty()) {
      return null;
    }
    if (!known.contains(value)) {
      notes.add(DataProblem.VALUE_UNKNOWN, table, id, "NotifyProps/" + key, value);
      return null;
    }
    return value;
  }
}
