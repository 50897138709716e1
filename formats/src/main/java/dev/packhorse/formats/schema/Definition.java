package dev.packhorse.formats.schema;

import dev.packhorse.formats.problem.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A thing that other lines may refer to, and what later lines need to know of it. */
abstract sealed class Definition {
  /** Line that defined it, or 0 if the target server has it already. */
  long line;

  long digest;

  /** Whether that line was found in error, so that the thing will not exist. */
  boolean refused;

  boolean exists() {
    return !refused;
  }

  boolean inFile() {
    return line > 0;
  }

  /** Notes where it was defined; an error does not undo an earlier good definition. */
  void definedBy(Line by, boolean isNew) {
    refused = isNew ? by.refused() : refused && by.refused();
    line = by.number();
    digest = by.digest();
  }

  static final class Plain extends Definition {}

  static final class RoleName extends Definition {
    boolean schemeManaged;
  }

  static final class SchemeName extends Definition {
    String scope;
  }

  static final class ChannelName extends Definition {
    final long hash;
    String type;
    boolean archived;

    ChannelName(long hash) {
      this.hash = hash;
    }
  }

  static final class TeamName extends Definition {
    final Map<String, ChannelName> channels = new HashMap<>();
    int activeChannels;
    int members;

    /** The membership and the channel for which there is no room; null if there is. */
    Place firstMemberOver;

    Place firstChannelOver;
  }

  /** A user or a bot: they share one space of names. */
  static final class Account extends Definition {
    boolean bot;
    String email;
    long deleteAt;
    boolean guest;

    /** Whether the target has it, also after a line of the file spoke of it. */
    boolean onTarget;

    /** Teams it is in on the target; null if none is known. */
    Set<String> teams;

    boolean isIn(String team) {
      return teams != null && teams.contains(team);
    }

    void joined(String team) {
      if (teams == null) {
        teams = new HashSet<>(4);
      }
      teams.add(team);
    }
  }
}
