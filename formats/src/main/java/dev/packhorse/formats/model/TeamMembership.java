package dev.packhorse.formats.model;

import java.util.List;

/**
 * One team of a user.
 *
 * @param roles flags ({@code team_user}, {@code team_admin}, {@code team_guest}) and role names,
 *     separated by blanks
 * @param theme JSON text of an object of strings
 */
public record TeamMembership(
    String name, String roles, String theme, List<ChannelMembership> channels, Layout layout) {}
