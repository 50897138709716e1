package dev.packhorse.connectors.database.stage;

import dev.packhorse.connectors.database.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A small set of rows for the schema of any server version. Columns and tables that a version does
 * not have are left out. JSON is written as PostgreSQL writes it.
 */
final class Seed {
  private static final long NOON = 1_700_000_000_000L;

  private final TestDatabase database;
  private final Map<String, Table> tables = new HashMap<>();
  private final List<String> statements = new ArrayList<>();

  private record Table(String name, Map<String, String> columns) {}

  private Seed(TestDatabase database) {
    this.database = database;
  }

  /**
   * Makes the tables of a version, one of the resources in {@code schemas}, and fills them.
   *
   * @param version such as {@code 9.11}
   */
  static void into(TestDatabase database, String version) throws IOException, SQLException {
    String engine = database.server().isPostgres() ? "postgres" : "mysql";
    String name = "/schemas/" + version + "-" + engine + ".sql";
    try (InputStream in = Seed.class.getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      database.run(text.split(";\n"));
    }
    // What a plugin or the administrator may have added.
    database.run(
        "CREATE TABLE Zebras (Id varchar(26), Stripes integer)",
        "INSERT INTO Zebras VALUES ('z', 7)",
        "ALTER TABLE Posts ADD COLUMN Zebra varchar(26)",
        "ALTER TABLE Users ADD COLUMN Zebra varchar(26)");
    Seed seed = new Seed(database);
    seed.look();
    seed.definitions();
    seed.people();
    seed.channels();
    seed.messages();
    seed.settings();
    seed.state();
    seed.integrations();
    database.run(seed.statements.toArray(String[]::new));
  }

  private void look() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema"
                    + (database.server().isPostgres()
                        ? " = 'public'"
                        : " = '" + database.name() + "'"))) {
      while (rows.next()) {
        tables
            .computeIfAbsent(
                key(rows.getString(1)), any -> new Table(nameOf(rows), new TreeMap<>()))
            .columns()
            .put(key(rows.getString(2)), rows.getString(2));
      }
    }
  }

  private static String nameOf(ResultSet rows) {
    try {
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Adds a row, given by columns and values in turn. */
  private void row(String name, Object... columnsAndValues) {
    Table table = tables.get(key(name));
    if (table == null) {
      return;
    }
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      String column = table.columns().get(key((String) columnsAndValues[i]));
      if (column != null) {
        columns.add(quoted(column));
        values.add(literal(columnsAndValues[i + 1]));
      }
    }
    statements.add(
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                quoted(table.name()), String.join(", ", columns), String.join(", ", values)));
  }

  private String quoted(String name) {
    return database.server().isPostgres() ? '"' + name + '"' : '`' + name + '`';
  }

  private String literal(Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return String.valueOf(value);
    }
    String text = value.toString().replace("'", "''");
    return "'" + (database.server().isPostgres() ? text : text.replace("\\", "\\\\")) + "'";
  }

  private void definitions() {
    role("system_user", true, "create_team");
    role("moderator", false, "delete_post edit_post");
    for (String name : List.of("team_a", "team_u", "team_g", "chan_a", "chan_u", "chan_g")) {
      role(name, true, "create_post");
    }
    row(
        "Schemes",
        "Id",
        "scheme",
        "Name",
        "scheme",
        "DisplayName",
        "Scheme",
        "Description",
        "",
        "Scope",
        "team",
        "CreateAt",
        NOON,
        "DeleteAt",
        0,
        "DefaultTeamAdminRole",
        "team_a",
        "DefaultTeamUserRole",
        "team_u",
        "DefaultTeamGuestRole",
        "team_g",
        "DefaultChannelAdminRole",
        "chan_a",
        "DefaultChannelUserRole",
        "chan_u",
        "DefaultChannelGuestRole",
        "chan_g");
    row("Emoji", "Id", "emojiid", "Name", "our_parrot", "CreatorId", "ann", "DeleteAt", 0);
    team("crew", "Crew", "O", 0);
    team("gone", "Gone", "I", NOON);
  }

  private void role(String name, boolean managed, String permissions) {
    row(
        "Roles",
        "Id",
        "role-" + name,
        "Name",
        name,
        "DisplayName",
        name,
        "Description",
        "",
        "Permissions",
        permissions,
        "SchemeManaged",
        managed,
        "BuiltIn",
        false,
        "DeleteAt",
        0);
  }

  private void team(String id, String title, String type, long deleted) {
    row(
        "Teams",
        "Id",
        id,
        "Name",
        id,
        "DisplayName",
        title,
        "Description",
        "of " + id,
        "Type",
        type,
        "AllowOpenInvite",
        type.equals("O"),
        "SchemeId",
        deleted == 0 ? "scheme" : null,
        "CreateAt",
        NOON,
        "UpdateAt",
        NOON,
        "DeleteAt",
        deleted);
  }

  private void people() {
    user("ann", "system_user system_admin", 0);
    user("bob", "system_user moderator", 0);
    user("cat", "system_guest", 0);
    user("dan", "system_user", NOON);
    user("bot", "system_user", 0);
    row(
        "Bots",
        "UserId",
        "bot",
        "Description",
        "beeps",
        "OwnerId",
        "ann",
        "CreateAt",
        NOON,
        "UpdateAt",
        NOON,
        "DeleteAt",
        0);
    for (String id : List.of("ann", "bob", "cat", "dan")) {
      row(
          "TeamMembers",
          "TeamId",
          "crew",
          "UserId",
          id,
          "Roles",
          "",
          "DeleteAt",
          0,
          "SchemeUser",
          !id.equals("cat"),
          "SchemeAdmin",
          id.equals("ann"),
          "SchemeGuest",
          id.equals("cat"),
          "CreateAt",
          NOON);
    }
    row("TeamMembers", "TeamId", "gone", "UserId", "ann", "Roles", "", "DeleteAt", 0);
  }

  private void user(String id, String roles, long deleted) {
    row(
        "Users",
        "Id",
        id,
        "Username",
        id,
        "Email",
        id + "@example.org",
        "AuthService",
        id.equals("bob") ? "gitlab" : "",
        "AuthData",
        id.equals("bob") ? "4711" : null,
        "Nickname",
        "",
        "FirstName",
        "First",
        "LastName",
        "Last",
        "Position",
        "Sailor",
        "Roles",
        roles,
        "Locale",
        "en",
        "CreateAt",
        NOON,
        "UpdateAt",
        NOON,
        "DeleteAt",
        deleted,
        "Props",
        id.equals("ann")
            ? "{\"customStatus\": \"{\\\"emoji\\\":\\\"palm_tree\\\",\\\"text\\\":\\\"away\\\"}\"}"
            : "{}",
        "NotifyProps",
        "{\"desktop\": \"mention\"}",
        "Timezone",
        "{}",
        "LastPictureUpdate",
        id.equals("ann") ? NOON : 0,
        "LastLogin",
        NOON,
        "Zebra",
        "z");
  }

  private void channels() {
    channel("open", "crew", "O", "harbour", 0);
    channel("private", "crew", "P", "cabin", 0);
    channel("archived", "crew", "O", "wreck", NOON);
    channel("ofgone", "gone", "O", "nothing", 0);
    channel("direct", "", "D", "ann__bob", 0);
    channel("self", "", "D", "ann__ann", 0);
    // SHA-1 of annbobdan
    channel("group", "", "G", "14214de844ac5877edf0b6200f5fcabdd3cdd4e8", 0);
    for (String channel : List.of("open", "private", "archived", "direct", "self", "group")) {
      member(channel, "ann");
    }
    member("open", "bob");
    member("open", "cat");
    member("direct", "bob");
    member("group", "bob");
    member("group", "dan");
  }

  private void channel(String id, String team, String type, String name, long deleted) {
    row(
        "Channels",
        "Id",
        id,
        "TeamId",
        team,
        "Type",
        type,
        "Name",
        name,
        "DisplayName",
        type.equals("G") ? "ann, bob, dan" : name,
        "Header",
        "header",
        "Purpose",
        "purpose",
        "CreateAt",
        NOON,
        "UpdateAt",
        NOON,
        "DeleteAt",
        deleted,
        "TotalMsgCount",
        3,
        "TotalMsgCountRoot",
        2,
        "CreatorId",
        "ann");
  }

  private void member(String channel, String user) {
    row(
        "ChannelMembers",
        "ChannelId",
        channel,
        "UserId",
        user,
        "Roles",
        "",
        "LastViewedAt",
        NOON,
        "MsgCount",
        3,
        "MsgCountRoot",
        2,
        "MentionCount",
        1,
        "MentionCountRoot",
        1,
        "UrgentMentionCount",
        1,
        "NotifyProps",
        "{\"push\": \"all\"}",
        "SchemeUser",
        !user.equals("cat"),
        "SchemeAdmin",
        user.equals("ann"),
        "SchemeGuest",
        user.equals("cat"));
  }

  private void messages() {
    post("one", "open", "ann", "", 1, "Land ahoy", "{\"n\": 12345678901234567890}");
    post("two", "open", "bob", "one", 2, "Aye", "{}");
    post("three", "open", "bot", "", 3, "Beep", "{}");
    post("four", "private", "ann", "", 4, "Urgent", "{}");
    post("five", "archived", "ann", "", 5, "Old", "{}");
    post("six", "direct", "bob", "", 6, "Psst", "{}");
    post("seven", "direct", "ann", "six", 7, "What?", "{}");
    post("eight", "group", "dan", "", 8, "All of you", "{}");
    post("nine", "self", "ann", "", 9, "Milk", "{}");
    post("ten", "ofgone", "ann", "", 10, "Gone", "{}");
    row(
        "Posts",
        "Id",
        "earlier",
        "ChannelId",
        "open",
        "UserId",
        "ann",
        "RootId",
        "",
        "OriginalId",
        "one",
        "Message",
        "Land ahoi",
        "Type",
        "",
        "Props",
        "{}",
        "CreateAt",
        NOON + 1,
        "UpdateAt",
        NOON,
        "EditAt",
        0,
        "DeleteAt",
        NOON + 2,
        "FileIds",
        "[]");
    row(
        "Posts",
        "Id",
        "removed",
        "ChannelId",
        "open",
        "UserId",
        "ann",
        "RootId",
        "",
        "OriginalId",
        "",
        "Message",
        "Oops",
        "Type",
        "",
        "Props",
        "{}",
        "CreateAt",
        NOON + 1,
        "UpdateAt",
        NOON,
        "EditAt",
        0,
        "DeleteAt",
        NOON + 2,
        "FileIds",
        "[]");
    reaction("one", "bob", "tada", 0);
    reaction("two", "cat", "our_parrot", 0);
    reaction("six", "ann", "+1", 0);
    reaction("one", "cat", "tada", NOON);
    row(
        "FileInfo",
        "Id",
        "file",
        "PostId",
        "two",
        "CreatorId",
        "bob",
        "ChannelId",
        "open",
        "CreateAt",
        NOON,
        "UpdateAt",
        NOON,
        "DeleteAt",
        0,
        "Path",
        "a/map.txt",
        "Name",
        "map.txt",
        "Size",
        3,
        "Archived",
        false);
    row(
        "Threads",
        "PostId",
        "one",
        "ChannelId",
        "open",
        "ReplyCount",
        1,
        "LastReplyAt",
        NOON,
        "Participants",
        "[\"bob\"]");
    row(
        "ThreadMemberships",
        "PostId",
        "one",
        "UserId",
        "cat",
        "Following",
        true,
        "LastViewed",
        NOON,
        "LastUpdated",
        NOON,
        "UnreadMentions",
        1);
  }

  private void post(
      String id, String channel, String user, String root, int at, String text, String props) {
    row(
        "Posts",
        "Id",
        id,
        "ChannelId",
        channel,
        "UserId",
        user,
        "RootId",
        root,
        "ParentId",
        root,
        "OriginalId",
        "",
        "Message",
        text,
        "Type",
        "",
        "Props",
        props,
        "Hashtags",
        "",
        "Filenames",
        "[]",
        "FileIds",
        id.equals("two") ? "[\"file\"]" : "[]",
        "CreateAt",
        NOON + at,
        "UpdateAt",
        NOON + at,
        "EditAt",
        id.equals("one") ? NOON + 2 : 0,
        "DeleteAt",
        0,
        "IsPinned",
        id.equals("four"),
        "HasReactions",
        false,
        "Zebra",
        "z");
  }

  private void reaction(String post, String user, String emoji, long deleted) {
    row(
        "Reactions",
        "PostId",
        post,
        "UserId",
        user,
        "EmojiName",
        emoji,
        "CreateAt",
        NOON + 9,
        "UpdateAt",
        NOON + 9,
        "DeleteAt",
        deleted,
        "ChannelId",
        "open");
  }

  private void settings() {
    preference("ann", "theme", "", "{\"sidebarBg\":\"#fff\"}");
    preference("ann", "favorite_channel", "open", "true");
    preference("ann", "favorite_channel", "direct", "true");
    preference("ann", "flagged_post", "two", "true");
    preference("ann", "direct_channel_show", "bob", "true");
    preference("ann", "display_settings", "use_military_time", "true");
    preference("bob", "notifications", "email_interval", "900");
    preference("bob", "advanced_settings", "sync_drafts", "true");
    preference("bob", "something", "else", "7");
  }

  private void preference(String user, String category, String name, String value) {
    row("Preferences", "UserId", user, "Category", category, "Name", name, "Value", value);
  }

  private void state() {
    row(
        "PostsPriority",
        "PostId",
        "four",
        "ChannelId",
        "private",
        "Priority",
        "urgent",
        "RequestedAck",
        true,
        "PersistentNotifications",
        null);
    row("PostAcknowledgements", "PostId", "four", "UserId", "ann", "AcknowledgedAt", NOON);
    row(
        "PersistentNotifications",
        "PostId",
        "four",
        "CreateAt",
        NOON,
        "LastSentAt",
        NOON,
        "DeleteAt",
        0,
        "SentCount",
        2);
    row(
        "ChannelBookmarks",
        "Id",
        "mark",
        "ChannelId",
        "open",
        "OwnerId",
        "ann",
        "DisplayName",
        "Chart",
        "Type",
        "link",
        "LinkUrl",
        "https://example.org",
        "SortOrder",
        1,
        "CreateAt",
        NOON,
        "UpdateAt",
        NOON,
        "DeleteAt",
        0);
    row(
        "Drafts",
        "UserId",
        "ann",
        "ChannelId",
        "open",
        "RootId",
        "",
        "Message",
        "half a wo",
        "Props",
        "{}",
        "FileIds",
        "[]",
        "CreateAt",
        NOON,
        "UpdateAt",
        NOON,
        "DeleteAt",
        0);
    row(
        "ScheduledPosts",
        "Id",
        "later",
        "UserId",
        "ann",
        "ChannelId",
        "open",
        "RootId",
        "",
        "Message",
        "tomorrow",
        "ScheduledAt",
        NOON * 2,
        "CreateAt",
        NOON,
        "UpdateAt",
        NOON);
    row("PostReminders", "PostId", "one", "UserId", "ann", "TargetTime", NOON);
    row(
        "SidebarCategories",
        "Id",
        "category",
        "UserId",
        "ann",
        "TeamId",
        "crew",
        "Type",
        "custom",
        "DisplayName",
        "Mine",
        "Sorting",
        "manual",
        "SortOrder",
        10,
        "Muted",
        false,
        "Collapsed",
        true);
    row(
        "SidebarChannels",
        "CategoryId",
        "category",
        "ChannelId",
        "open",
        "UserId",
        "ann",
        "SortOrder",
        10);
    row(
        "UserGroups",
        "Id",
        "deckhands",
        "Name",
        "deckhands",
        "DisplayName",
        "Deck hands",
        "Source",
        "custom",
        "AllowReference",
        true,
        "CreateAt",
        NOON,
        "DeleteAt",
        0);
    row("GroupMembers", "GroupId", "deckhands", "UserId", "bob", "CreateAt", NOON, "DeleteAt", 0);
    row("PropertyGroups", "ID", "attributes", "Name", "custom_profile_attributes");
    row(
        "PropertyFields",
        "ID",
        "shoe",
        "GroupID",
        "attributes",
        "Name",
        "Shoe",
        "Type",
        "text",
        "Attrs",
        "{\"sort\": 1}",
        "CreateAt",
        NOON,
        "UpdateAt",
        NOON,
        "DeleteAt",
        0);
    row(
        "PropertyValues",
        "ID",
        "size",
        "GroupID",
        "attributes",
        "FieldID",
        "shoe",
        "TargetID",
        "ann",
        "TargetType",
        "user",
        "Value",
        "\"43\"",
        "CreateAt",
        NOON,
        "UpdateAt",
        NOON,
        "DeleteAt",
        0);
    row(
        "ChannelMemberHistory",
        "ChannelId",
        "open",
        "UserId",
        "ann",
        "JoinTime",
        NOON,
        "LeaveTime",
        null);
    row("RetentionPolicies", "Id", "keep", "DisplayName", "Keep", "PostDuration", 30);
    row("Sessions", "Id", "session", "Token", "secret", "UserId", "ann", "Props", "{}");
    row("Systems", "Name", "Version", "Value", "5.37.0");
  }

  private void integrations() {
    row(
        "IncomingWebhooks",
        "Id",
        "hook",
        "ChannelId",
        "open",
        "TeamId",
        "crew",
        "UserId",
        "ann",
        "DisplayName",
        "Hook",
        "ChannelLocked",
        false,
        "CreateAt",
        NOON,
        "DeleteAt",
        0);
    row(
        "Commands",
        "Id",
        "command",
        "Token",
        "secret",
        "CreatorId",
        "ann",
        "TeamId",
        "crew",
        "Trigger",
        "ahoy",
        "URL",
        "https://example.org",
        "CreateAt",
        NOON,
        "DeleteAt",
        0);
  }
}
