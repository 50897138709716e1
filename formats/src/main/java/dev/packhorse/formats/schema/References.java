package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.ReferenceProblem.REFERENCE_CASE;
import static dev.packhorse.formats.schema.ReferenceProblem.REFERENCE_CHANNEL_REFUSED;
import static dev.packhorse.formats.schema.ReferenceProblem.REFERENCE_CHANNEL_UNKNOWN;
import static dev.packhorse.formats.schema.ReferenceProblem.REFERENCE_TEAM_REFUSED;
import static dev.packhorse.formats.schema.ReferenceProblem.REFERENCE_TEAM_UNKNOWN;
import static dev.packhorse.formats.schema.ReferenceProblem.REFERENCE_USER_REFUSED;
import static dev.packhorse.formats.schema.ReferenceProblem.REFERENCE_USER_UNKNOWN;

import dev.packhorse.formats.problem.Findings;
import dev.packhorse.formats.schema.Definition.Account;
import dev.packhorse.formats.schema.Definition.ChannelName;
import dev.packhorse.formats.schema.Definition.TeamName;

/**
 * Looks names up as the server does (bulk-format reference 3.1): only what an earlier line or the
 * target has counts, and most references must be written in lower case.
 */
final class References {
  private final Definitions known;

  References(Definitions known) {
    this.known = known;
  }

  /** Whether an exact reference to a user will be found; tell with {@link #missingUser}. */
  boolean isUser(String name) {
    if (name == null) {
      return true;
    }
    Account account = known.accounts.get(name);
    return account != null && account.exists();
  }

  /** As {@link #isUser}, for the few references that the server folds. */
  boolean isFoldedUser(String name) {
    return name == null || isUser(name) || isUser(Texts.fold(name));
  }

  void missingUser(String name, Findings out, String pointer) {
    Account account = known.accounts.get(name);
    if (account != null) {
      out.report(REFERENCE_USER_REFUSED, pointer, name, account.line);
    } else if (known.accounts.containsKey(Texts.fold(name))) {
      out.report(REFERENCE_CASE, pointer, name, Texts.fold(name));
    } else {
      out.report(REFERENCE_USER_UNKNOWN, pointer, name);
    }
  }

  /** As {@link #missingUser}, for references that the server folds. */
  void missingFoldedUser(String name, Findings out, String pointer) {
    Account account = known.accounts.get(Texts.fold(name));
    if (account != null) {
      out.report(REFERENCE_USER_REFUSED, pointer, name, account.line);
    } else {
      out.report(REFERENCE_USER_UNKNOWN, pointer, name);
    }
  }

  /** The team of an exact reference; null if there is none; tell with {@link #missingTeam}. */
  TeamName team(String name) {
    TeamName team = name == null ? null : known.teams.get(name);
    return team != null && team.exists() ? team : null;
  }

  /**
   * @param name if null, nothing is reported here
   */
  void missingTeam(String name, Findings out, String pointer) {
    TeamName team = known.teams.get(name);
    if (team != null) {
      out.report(REFERENCE_TEAM_REFUSED, pointer, name, team.line);
    } else if (name != null && known.teams.containsKey(Texts.fold(name))) {
      out.report(REFERENCE_CASE, pointer, name, Texts.fold(name));
    } else if (name != null) {
      out.report(REFERENCE_TEAM_UNKNOWN, pointer, name);
    }
  }

  /** The channel of an exact reference; null if there is none; nothing is reported. */
  static ChannelName channel(TeamName team, String name) {
    ChannelName channel = team == null || name == null ? null : team.channels.get(name);
    return channel != null && channel.exists() ? channel : null;
  }

  static void missingChannel(
      TeamName team, String teamName, String name, Findings out, String pointer) {
    ChannelName channel = team.channels.get(name);
    if (channel != null) {
      out.report(REFERENCE_CHANNEL_REFUSED, pointer, name, teamName, channel.line);
    } else if (team.channels.containsKey(Texts.fold(name))) {
      out.report(REFERENCE_CASE, pointer, name, Texts.fold(name));
    } else {
      out.report(REFERENCE_CHANNEL_UNKNOWN, pointer, name, teamName);
    }
  }
}
