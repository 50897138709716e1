package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.snapshot.Row;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Those preferences of one user that a user line has fields for (bulk-format.md 2.5), taken by
 * category and name: the server's exporter joins by name alone.
 */
final class Preferences {
  private static final Set<String> FIELDS =
      Set.of(
          "display_settings/use_military_time",
          "display_settings/collapse_previews",
          "display_settings/message_display",
          "display_settings/channel_display_mode",
          "display_settings/collapse_consecutive_messages",
          "display_settings/colorize_usernames",
          "display_settings/name_format",
          "advanced_settings/feature_enabled_markdown_preview",
          "advanced_settings/formatting",
          "advanced_settings/send_on_ctrl_enter",
          "advanced_settings/code_block_ctrl_enter",
          "advanced_settings/sync_drafts",
          "advanced_settings/join_leave",
          "advanced_settings/unread_scroll_position",
          "sidebar_settings/show_unread_section",
          "sidebar_settings/limit_visible_dms_gms",
          "notifications/email_interval");
  private static final Set<String> TRUE_OR_FALSE =
      Set.of(
          "advanced_settings/feature_enabled_markdown_preview",
          "advanced_settings/formatting",
          "sidebar_settings/show_unread_section");
  private static final Map<String, String> INTERVALS =
      Map.of("30", "immediately", "900", "fifteen", "3600", "hour");
  private static final int LONGEST_THEME = 20_000;

  private final String userId;
  private final Books.Table table;
  private final Notes notes;
  private final SidecarRow sidecar;
  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, String> themes = new HashMap<>();
  private final Map<String, Row> favorites = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /** Takes a preference that has no field. */
  @FunctionalInterface
  interface SidecarRow {
    /** Whether it was put there. */
    boolean add(Row row) throws java.io.IOException;
  }

  Preferences(String userId, Books books, Notes notes, SidecarRow sidecar) {
    this.userId = userId;
    this.table = books.table("Preferences");
    this.notes = notes;
    this.sidecar = sidecar;
  }

  void add(Row row) throws IOException {
    String category = row.text(PreferenceRows.CATEGORY);
    String name = row.text(PreferenceRows.NAME);
    String value = row.text(PreferenceRows.VALUE);
    String key = category + '/' + name;
    if (FIELDS.contains(key)) {
      field(key, value);
    } else if (category.equals("tutorial_step") && name.equals(userId)) {
      fields.put("tutorial_step", value);
      table.written("settings of users");
    } else if (category.equals("theme")) {
      theme(name, value);
    } else if (category.equals("favorite_channel")) {
      favorites.put(name, row);
    } else if (sidecar.add(row)) {
      table.written("sidecar: preferences");
    } else {
      table.left(Reasons.OTHER_PREFERENCE);
    }
  }

  private void field(String key, String stored) {
    String value = stored;
    if (key.equals("notifications/email_interval")) {
      value = INTERVALS.get(stored);
      if (stored.equals("0")) {
        // Follows from e-mail notification being off (bulk-format.md 2.5).
        table.left("follows from another setting");
        return;
      }
    }
    boolean fine = value != null && !value.isEmpty();
    if (fine && TRUE_OR_FALSE.contains(key)) {
      fine = value.equals("true") || value.equals("false");
    }
    if (fine && key.equals("sidebar_settings/limit_visible_dms_gms")) {
      fine = value.matches("[1-9]|[1-3][0-9]|40");
    }
    if (fine) {
      fields.put(key, value);
      table.written("settings of users");
    } else {
      notes.add(DataProblem.VALUE_UNKNOWN, "Preferences", userId, key, stored);
      table.lost(Reasons.VALUE);
    }
  }

  private void theme(String teamId, String value) {
    if (value.codePointCount(0, value.length()) <= LONGEST_THEME && Json.isObjectOfTexts(value)) {
      themes.put(teamId, value);
    } else {
      notes.add(DataProblem.VALUE_UNKNOWN, "Preferences", userId, "theme", value);
      table.lost(Reasons.VALUE);
    }
  }

  /** The value of a field, by category and name; null if there is none. */
  String get(String key) {
    return fields.get(key);
  }

  /** The theme for a team, or for all with an empty id; null if there is none. */
  String theme(String teamId) {
    String theme = themes.get(teamId);
    if (theme != null && used.add("theme/" + teamId)) {
      table.written("themes");
    }
    return theme;
  }

  /** Whether a channel is a favourite. */
  Boolean favorite(String channelId) {
    Row row = favorites.get(channelId);
    if (row == null || !used.add("favorite/" + channelId)) {
      return row == null ? null : row.text(PreferenceRows.VALUE).equals("true");
    }
    table.written("favourites");
    return row.text(PreferenceRows.VALUE).equals("true");
  }

  /** Counts what nobody asked for: themes and favourites of what the user is not in. */
  void close() {
    themes.keySet().stream()
        .filter(id -> !used.contains("theme/" + id))
        .forEach(id -> table.left("of a team or channel the user is not in"));
    favorites.keySet().stream()
        .filter(id -> !used.contains("favorite/" + id))
        .forEach(id -> table.left("of a team or channel the user is not in"));
  }
}
