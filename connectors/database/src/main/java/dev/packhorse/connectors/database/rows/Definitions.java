package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.snapshot.Row;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Channel;
import dev.packhorse.formats.model.Emoji;
import dev.packhorse.formats.model.Role;
import dev.packhorse.formats.model.Scheme;
import dev.packhorse.formats.model.Team;
import dev.packhorse.formats.schema.TargetProfile;
import dev.packhorse.formats.schema.TargetVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Roles, schemes, emoji, teams and channels as records. Filled by many threads, then asked by many.
 */
public final class Definitions {
  private static final TargetVersion ROLE_LINES = new TargetVersion(9, 8);
  private static final int FIRST_SCHEME_ROLE = SchemeRows.DEFAULT_TEAM_ADMIN_ROLE;
  private static final int SCHEME_ROLES = 6;

  private final Roster roster;
  private final Books books;
  private final Notes notes;
  private final Set<Part> parts;
  private final TargetProfile target;
  private final Map<String, RoleRow> roles = new ConcurrentHashMap<>();
  private final Map<String, SchemeRow> schemes = new ConcurrentHashMap<>();
  private final Map<String, BotRow> bots = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String[]> emoji = new ConcurrentLinkedQueue<>();

  private record RoleRow(Role role, boolean deleted) {}

  private record SchemeRow(String[] texts, boolean deleted) {
    String name() {
      return texts[SchemeRows.NAME];
    }

    String scope() {
      return texts[SchemeRows.SCOPE];
    }
  }

  /** What a row of Bots says. */
  record BotRow(String ownerId, String description) {}

  public Definitions(
      Roster roster, Books books, Notes notes, Set<Part> parts, TargetProfile target) {
    this.roster = roster;
    this.books = books;
    this.notes = notes;
    this.parts = parts;
    this.target = target;
  }

  /** Takes a row of roles.sql. */
  public void role(Row row) {
    List<String> permissions = Words.split(row.text(RoleRows.PERMISSIONS));
    Role role =
        new Role(
            row.text(RoleRows.NAME),
            row.text(RoleRows.DISPLAY_NAME),
            row.text(RoleRows.DESCRIPTION),
            permissions,
            row.number(RoleRows.SCHEME_MANAGED) != 0,
            null);
    roles.put(role.name(), new RoleRow(role, row.number(RoleRows.DELETE_AT) > 0));
  }

  /** Takes a row of schemes.sql. */
  public void scheme(Row row) {
    String[] texts = new String[FIRST_SCHEME_ROLE + SCHEME_ROLES];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = i == SchemeRows.DELETE_AT ? "" : row.text(i);
    }
    schemes.put(texts[SchemeRows.ID], new SchemeRow(texts, row.number(SchemeRows.DELETE_AT) > 0));
  }

  /** Takes a row of bots.sql. */
  public void bot(Row row) {
    bots.put(
        row.text(BotRows.USER_ID),
        new BotRow(row.text(BotRows.OWNER_ID), row.text(BotRows.DESCRIPTION)));
  }

  /** Takes a row of emoji.sql. */
  public void emoji(Row row) {
    if (row.number(EmojiRows.DELETE_AT) > 0) {
      books.table("Emoji").left(Reasons.DELETED);
    } else {
      emoji.add(new String[] {row.text(EmojiRows.ID), row.text(EmojiRows.NAME)});
    }
  }

  BotRow bot(String userId) {
    return bots.get(userId);
  }

  /** Bots whose account is not there. */
  public void closeBots() {
    for (String id : bots.keySet()) {
      if (roster.find(id) == null) {
        books.table("Bots").left(Reasons.USER_MISSING);
      }
    }
  }

  /** Whether a team gets into the archive. */
  boolean wanted(TeamInfo team) {
    return team.deletedAt() == 0 || parts.contains(Part.ARCHIVED_TEAMS);
  }

  /** Adds an explicit role to a list, if the archive's target will know it. */
  void addRole(String name, String table, String id, List<String> to) {
    RoleRow known = roles.get(name);
    boolean builtIn =
        name.startsWith("system_") || name.startsWith("team_") || name.startsWith("channel_");
    if (builtIn || known != null && !known.deleted() && roleLines()) {
      if (!to.contains(name)) {
        to.add(name);
      }
    } else {
      notes.add(DataProblem.ROLE_UNKNOWN, table, id, "Roles", name);
    }
  }

  private boolean roleLines() {
    return parts.contains(Part.ROLES) && target.version().compareTo(ROLE_LINES) >= 0;
  }

  /** Role lines: all but those that come with a scheme, and those of schemes that don't come. */
  public List<BulkRecord> roles() {
    Books.Table table = books.table("Roles");
    Set<String> inSchemes = new HashSet<>();
    Set<String> ofOthers = new HashSet<>();
    for (SchemeRow scheme : schemes.values()) {
      Set<String> names = scheme(scheme) == null ? ofOthers : inSchemes;
      for (int i = FIRST_SCHEME_ROLE; i < scheme.texts().length; i++) {
        names.add(scheme.texts()[i]);
      }
    }
    List<BulkRecord> records = new ArrayList<>();
    roles.values().stream()
        .sorted(Comparator.comparing(row -> row.role().name()))
        .forEach(
            row -> {
              String name = row.role().name();
              if (inSchemes.contains(name)) {
                table.written("roles of schemes");
              } else if (row.deleted()) {
                table.left(Reasons.DELETED);
              } else if (ofOthers.contains(name)) {
                table.left("role of a scheme that is left out");
              } else if (!roleLines()) {
                table.left(
                    parts.contains(Part.ROLES) ? Reasons.ROLES_UNKNOWN : Reasons.ROLES_EXCLUDED);
              } else {
                table.written("roles");
                records.add(row.role());
              }
            });
    return records;
  }

  /** Scheme lines; those of teams first, as the server writes them. */
  public List<BulkRecord> schemes() {
    Books.Table table = books.table("Schemes");
    List<Scheme> records = new ArrayList<>();
    for (SchemeRow row : schemes.values()) {
      Scheme scheme = scheme(row);
      if (scheme != null) {
        table.written("schemes");
        records.add(scheme);
      } else if (row.deleted()) {
        table.left(Reasons.DELETED);
      } else if (!parts.contains(Part.SCHEMES)) {
        table.left(Reasons.SCHEMES_EXCLUDED);
      } else if (!row.scope().equals("team") && !row.scope().equals("channel")) {
        table.left(Reasons.NO_PLACE);
      } else {
        notes.add(DataProblem.ROLE_UNKNOWN, "Schemes", row.texts()[SchemeRows.ID], "", row.name());
        table.lost("a role of it does not exist");
      }
    }
    records.sort(Comparator.comparing(Scheme::scope).reversed().thenComparing(Scheme::name));
    return List.copyOf(records);
  }

  /** null if it can't or shall not be written. */
  private Scheme scheme(SchemeRow row) {
    if (row.deleted() || !parts.contains(Part.SCHEMES)) {
      return null;
    }
    boolean team = row.scope().equals("team");
    Role teamAdmin = team ? schemeRole(row, 0) : null;
    Role teamUser = team ? schemeRole(row, 1) : null;
    Role teamGuest = team ? schemeRole(row, 2) : null;
    Role channelAdmin = schemeRole(row, 3);
    Role channelUser = schemeRole(row, 4);
    Role channelGuest = schemeRole(row, 5);
    boolean whole =
        channelAdmin != null
            && channelUser != null
            && (!team || teamAdmin != null && teamUser != null);
    if (!whole || !team && !row.scope().equals("channel")) {
      return null;
    }
    return new Scheme(
        row.name(),
        row.texts()[SchemeRows.DISPLAY_NAME],
        row.texts()[SchemeRows.DESCRIPTION],
        row.scope(),
        teamAdmin,
        teamUser,
        channelAdmin,
        channelUser,
        teamGuest,
        channelGuest,
        null);
  }

  private Role schemeRole(SchemeRow row, int index) {
    RoleRow role = roles.get(row.texts()[FIRST_SCHEME_ROLE + index]);
    return role == null ? null : role.role();
  }

  /** Name of a scheme that will be there; null for none. */
  private String schemeName(String id) {
    SchemeRow row = id.isEmpty() ? null : schemes.get(id);
    return row == null || scheme(row) == null ? null : row.name();
  }

  /** Team lines. */
  public List<BulkRecord> teams() {
    Books.Table table = books.table("Teams");
    List<BulkRecord> records = new ArrayList<>();
    roster.teams().stream()
        .sorted(Comparator.comparing(TeamInfo::name))
        .forEach(
            team -> {
              if (!wanted(team)) {
                table.left(Reasons.TEAM_ARCHIVED);
                return;
              }
              table.written("teams");
              records.add(
                  new Team(
                      team.name(),
                      displayName(team),
                      team.type(),
                      Words.withoutNul(team.description()),
                      team.openInvite(),
                      schemeName(team.schemeId()),
                      null));
            });
    return records;
  }

  private String displayName(TeamInfo team) {
    if (!team.displayName().isBlank()) {
      return Words.withoutNul(team.displayName());
    }
    notes.add(DataProblem.NAME_MADE, "Teams", team.id(), "DisplayName", team.name());
    return team.name();
  }

  /** Channel lines, by team and name. */
  public List<BulkRecord> channels() {
    Books.Table table = books.table("Channels");
    List<ChannelInfo> written = new ArrayList<>();
    for (ChannelInfo channel : roster.channels()) {
      if (channel.left() != null) {
        if (channel.lost()) {
          table.lost(channel.left());
          notes.add(DataProblem.CHANNEL_HOMELESS, "Channels", channel.id(), "", channel.name());
        } else {
          table.left(channel.left());
        }
      } else if (!channel.direct()) {
        table.written("channels");
        written.add(channel);
      }
    }
    written.sort(
        Comparator.<ChannelInfo, String>comparing(channel -> channel.team().name())
            .thenComparing(ChannelInfo::name));
    List<BulkRecord> records = new ArrayList<>();
    for (ChannelInfo channel : written) {
      records.add(
          new Channel(
              channel.team().name(),
              channel.name(),
              Words.withoutNul(channel.displayName()),
              String.valueOf(channel.type()),
              Words.withoutNul(channel.header()),
              Words.withoutNul(channel.purpose()),
              schemeName(channel.schemeId()),
              channel.deletedAt(),
              null));
    }
    return records;
  }

  /** Emoji lines: one without its picture stops an import, so it is lost. */
  List<BulkRecord> emoji(StoredFiles files) throws IOException {
    Books.Table table = books.table("Emoji");
    List<BulkRecord> records = new ArrayList<>();
    List<String[]> sorted = new ArrayList<>(emoji);
    sorted.sort(Comparator.<String[], String>comparing(one -> one[1]).thenComparing(one -> one[0]));
    for (String[] one : sorted) {
      String path = "emoji/" + one[0] + "/image";
      StoredFiles.Found found = files.addPicture(path, false);
      if (found == StoredFiles.Found.YES) {
        table.written("emoji");
        records.add(new Emoji(one[1], path, null));
      } else if (found == StoredFiles.Found.NO_STORE) {
        table.left(Reasons.NO_STORE);
      } else {
        boolean missing = found == StoredFiles.Found.MISSING;
        table.lost(missing ? Reasons.FILE_MISSING : Reasons.FILE_UNREADABLE);
        notes.add(
            missing ? DataProblem.FILE_MISSING : DataProblem.FILE_UNREADABLE,
            "Emoji",
            one[0],
            "",
            path);
      }
    }
    return records;
  }
}
