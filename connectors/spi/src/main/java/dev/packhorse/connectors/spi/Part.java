package dev.packhorse.connectors.spi;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A part of a server's data that may be wanted or not; all else is always read. */
public enum Part {
  ROLES(true, "roles, with their permissions"),
  SCHEMES(true, "permission schemes of teams and channels"),
  ARCHIVED_CHANNELS(true, "archived channels with their posts"),
  ARCHIVED_TEAMS(false, "archived teams; importing them makes them active again"),
  PROFILE_PICTURES(true, "profile pictures of users and bots"),
  SYSTEM_MESSAGES(true, "messages of the system, such as joins and changed headers"),

  DELETED_POSTS(false, "sidecar: deleted posts"),
  EDIT_HISTORY(false, "sidecar: earlier texts of edited posts"),
  ROOM_STATE(false, "sidecar: bookmarks, priorities, acknowledgements, and other state of posts"),
  DRAFTS(false, "sidecar: drafts, scheduled posts, reminders"),
  SIDEBAR(false, "sidecar: categories of the sidebar"),
  PREFERENCES(false, "sidecar: all preferences that users have no field for"),
  GROUPS(false, "sidecar: user groups and their members"),
  PROFILE_ATTRIBUTES(false, "sidecar: custom profile attributes"),
  INTEGRATIONS(false, "sidecar: webhooks, slash commands, OAuth apps, with their secrets"),
  HISTORY(false, "sidecar: who was in which channel when"),
  POLICIES(false, "sidecar: retention, terms of service, shared channels");

  /** What is read unless something else is said. */
  public static final Set<Part> USUAL = usual();

  private final boolean usual;
  private final String description;

  Part(boolean usual, String description) {
    this.usual = usual;
    this.description = description;
  }

  /** As on the command line, such as {@code archived-channels}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String description() {
    return description;
  }

  /** Whether the bulk format can't say it, so that it goes beside the records. */
  public boolean sidecar() {
    return compareTo(DELETED_POSTS) >= 0;
  }

  public static Optional<Part> of(String word) {
    return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
  }

  private static Set<Part> usual() {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (Part part : values()) {
      if (part.usual) {
        parts.add(part);
      }
    }
    return Collections.unmodifiableSet(parts);
  }
}
