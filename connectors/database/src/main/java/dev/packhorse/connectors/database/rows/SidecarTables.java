package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.spi.Part;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Which tables go into the sidecar with which part, and which are made into records. */
public final class SidecarTables {
  private static final Map<Part, List<String>> TABLES = new EnumMap<>(Part.class);

  static {
    TABLES.put(
        Part.ROOM_STATE,
        List.of(
            "ChannelBookmarks",
            "PostsPriority",
            "PostAcknowledgements",
            "PersistentNotifications"));
    TABLES.put(Part.DRAFTS, List.of("Drafts", "ScheduledPosts", "PostReminders"));
    TABLES.put(Part.SIDEBAR, List.of("SidebarCategories", "SidebarChannels"));
    TABLES.put(Part.GROUPS, List.of("UserGroups", "GroupMembers", "GroupTeams", "GroupChannels"));
    TABLES.put(
        Part.PROFILE_ATTRIBUTES, List.of("PropertyGroups", "PropertyFields", "PropertyValues"));
    TABLES.put(
        Part.INTEGRATIONS,
        List.of(
            "IncomingWebhooks",
            "OutgoingWebhooks",
            "Commands",
            "OAuthApps",
            "OutgoingOAuthConnections"));
    TABLES.put(Part.HISTORY, List.of("ChannelMemberHistory"));
    TABLES.put(
        Part.POLICIES,
        List.of(
            "RetentionPolicies",
            "RetentionPoliciesTeams",
            "RetentionPoliciesChannels",
            "TermsOfService",
            "UserTermsOfService",
            "SharedChannels"));
  }

  private static final TreeSet<String> RECORDS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    RECORDS.addAll(
        Arrays.asList(
            "Teams",
            "TeamMembers",
            "Channels",
            "ChannelMembers",
            "Users",
            "Bots",
            "Roles",
            "Schemes",
            "Emoji",
            "Preferences",
            "Posts",
            "Reactions",
            "FileInfo",
            "ThreadMemberships"));
  }

  private SidecarTables() {}

  /** The tables of a part that go into the sidecar whole. */
  public static List<String> of(Part part) {
    return TABLES.getOrDefault(part, List.of());
  }

  /** The part that a table belongs to. */
  public static Optional<Part> part(String table) {
    return TABLES.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(table::equalsIgnoreCase))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether the rows of a table are made into records. */
  public static boolean inRecords(String table) {
    return RECORDS.contains(table);
  }
}
