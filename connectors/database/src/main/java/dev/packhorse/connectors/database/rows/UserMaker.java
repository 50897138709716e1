package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.shuffle.Keys;
import dev.packhorse.connectors.database.snapshot.Row;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.formats.model.Bot;
import dev.packhorse.formats.model.CustomStatus;
import dev.packhorse.formats.model.TeamMembership;
import dev.packhorse.formats.model.User;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the records of accounts. Used by one thread. */
final class UserMaker {
  /** For accounts that the database does not have: when Mattermost was first released. */
  private static final long LONG_GONE = Instant.parse("2015-10-02T00:00:00Z").toEpochMilli();

  private static final int LONGEST_EMAIL = 128;

  /** No mail gets there (RFC 2606). */
  private static final String NOWHERE = "@removed.invalid";

  private static final Set<String> SERVICES =
      Set.of("gitlab", "saml", "ldap", "google", "office365", "openid");
  private static final Set<String> DURATIONS =
      Set.of("", "thirty_minutes", "one_hour", "four_hours", "today", "this_week", "date_and_time");

  private final Roster roster;
  private final Definitions definitions;
  private final StoredFiles files;
  private final Books books;
  private final Notes notes;
  private final Set<Part> parts;
  private final Memberships memberships;

  UserMaker(
      Roster roster,
      Definitions definitions,
      StoredFiles files,
      Books books,
      Notes notes,
      Set<Part> parts) {
    this.roster = roster;
    this.definitions = definitions;
    this.files = files;
    this.books = books;
    this.notes = notes;
    this.parts = parts;
    this.memberships = new Memberships(roster, definitions, books, notes, parts);
  }

  User user(
      Person person, Row row, List<Row> teamRows, List<Row> channelRows, Preferences preferences)
      throws IOException {
    String service = row.text(UserRows.AUTH_SERVICE);
    String data = row.text(UserRows.AUTH_DATA);
    boolean external = !data.isEmpty() && SERVICES.contains(service);
    if (!external && !service.isEmpty() && !service.equals("email")) {
      notes.add(DataProblem.VALUE_UNKNOWN, "Users", person.id(), "AuthService", service);
    }
    List<TeamMembership> teams = memberships.of(person, teamRows, channelRows, preferences);
    User user =
        new User(
            picture(person, row),
            person.username(),
            email(person, row),
            external ? service : null,
            external ? data : null,
            null,
            text(row, UserRows.NICKNAME),
            text(row, UserRows.FIRST_NAME),
            text(row, UserRows.LAST_NAME),
            text(row, UserRows.POSITION),
            roles(person, row),
            Words.orNull(row.text(UserRows.LOCALE)),
            row.number(UserRows.DELETE_AT),
            preferences.theme(""),
            preferences.get("display_settings/use_military_time"),
            preferences.get("display_settings/collapse_previews"),
            preferences.get("display_settings/message_display"),
            preferences.get("display_settings/channel_display_mode"),
            preferences.get("display_settings/collapse_consecutive_messages"),
            preferences.get("display_settings/colorize_usernames"),
            preferences.get("display_settings/name_format"),
            preferences.get("tutorial_step"),
            preferences.get("advanced_settings/feature_enabled_markdown_preview"),
            preferences.get("advanced_settings/formatting"),
            preferences.get("advanced_settings/send_on_ctrl_enter"),
            preferences.get("advanced_settings/code_block_ctrl_enter"),
            preferences.get("advanced_settings/sync_drafts"),
            preferences.get("advanced_settings/join_leave"),
            preferences.get("advanced_settings/unread_scroll_position"),
            preferences.get("sidebar_settings/show_unread_section"),
            preferences.get("sidebar_settings/limit_visible_dms_gms"),
            preferences.get("notifications/email_interval"),
            NotifyProps.ofUser(person.id(), row, UserRows.NOTIFY_PROPS, notes),
            status(person, row),
            teams,
            null);
    books.table("Users").written("users");
    return user;
  }

  /** Without an address an importer takes nobody, and with nobody nothing that he wrote. */
  private String email(Person person, Row row) {
    String email = row.text(UserRows.EMAIL).toLowerCase(Locale.ROOT);
    if (email.indexOf('@') > 0 && Keys.of(email).length <= LONGEST_EMAIL) {
      return email;
    }
    String made = person.username() + NOWHERE;
    notes.add(DataProblem.EMAIL_MADE, "Users", person.id(), "Email", email, made);
    return made;
  }

  private static String text(Row row, int column) {
    return Words.withoutNul(row.text(column));
  }

  /** A deactivated account for one that was removed from the database. */
  static User standIn(Person person) {
    return new User(
        null,
        person.username(),
        person.username() + NOWHERE,
        null,
        null,
        null,
        "",
        "",
        "",
        "",
        "system_user",
        null,
        LONG_GONE,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  Bot bot(
      Person person, Row user, Definitions.BotRow bot, List<Row> teamRows, List<Row> channelRows)
      throws IOException {
    teamRows.forEach(row -> books.table("TeamMembers").left(Reasons.BOT));
    channelRows.forEach(row -> books.table("ChannelMembers").left(Reasons.BOT));
    Person owner = roster.find(bot.ownerId());
    books.table("Users").written("bots");
    books.table("Bots").written("bots");
    return new Bot(
        picture(person, user),
        person.username(),
        owner == null ? bot.ownerId() : owner.username(),
        text(user, UserRows.FIRST_NAME),
        Words.withoutNul(bot.description()),
        user.number(UserRows.DELETE_AT),
        null);
  }

  private String roles(Person person, Row row) {
    List<String> roles = new ArrayList<>();
    for (String role : Words.split(row.text(UserRows.ROLES))) {
      definitions.addRole(role, "Users", person.id(), roles);
    }
    if (!roles.contains("system_guest") && !roles.contains("system_user")) {
      roles.add(0, "system_user");
    }
    return String.join(" ", roles);
  }

  private String picture(Person person, Row row) throws IOException {
    if (row.number(UserRows.LAST_PICTURE_UPDATE) <= 0) {
      return null;
    }
    String path = "users/" + person.id() + "/profile.png";
    Books.Table pictures = books.table("Pictures of Users");
    pictures.read();
    if (!parts.contains(Part.PROFILE_PICTURES)) {
      pictures.left(Reasons.PICTURES_EXCLUDED);
      return null;
    }
    switch (files.addPicture(path, true)) {
      case YES -> {
        pictures.written("profile pictures");
        return path;
      }
      case NO_STORE -> pictures.left(Reasons.NO_STORE);
      case NO_PICTURE -> {
        pictures.lost(Reasons.NO_PICTURE);
        notes.add(DataProblem.PICTURE_BROKEN, "Users", person.id(), "LastPictureUpdate", path);
      }
      case UNREADABLE -> {
        pictures.lost(Reasons.FILE_UNREADABLE);
        notes.add(DataProblem.FILE_UNREADABLE, "Users", person.id(), "LastPictureUpdate", path);
      }
      default -> {
        pictures.lost(Reasons.FILE_MISSING);
        notes.add(DataProblem.FILE_MISSING, "Users", person.id(), "LastPictureUpdate", path);
      }
    }
    return null;
  }

  /** A JSON object in a text of a JSON object. */
  private CustomStatus status(Person person, Row row) {
    String stored = Json.texts(row, UserRows.PROPS).get("customStatus");
    if (stored == null || stored.isEmpty()) {
      return null;
    }
    Map<String, String> status = Json.texts(stored);
    String emoji = status.get("emoji");
    String text = status.get("text");
    if (Words.orNull(emoji) == null && Words.orNull(text) == null) {
      return null;
    }
    String duration = Words.oneOf(DURATIONS, status.getOrDefault("duration", ""));
    return new CustomStatus(
        emoji, text, duration == null ? "" : duration, time(status.get("expires_at")), null);
  }

  private static String time(String text) {
    if (text == null) {
      return null;
    }
    try {
      OffsetDateTime.parse(text);
      return text;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
