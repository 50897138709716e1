package dev.packhorse.formats.model;

/**
 * One channel of a user within a team.
 *
 * @param roles flags ({@code channel_user} …) and role names, separated by blanks
 * @param urgendMentionCount written {@code urgend_mention_count}, as the server misspells it
 * @param lastViewedAt epoch milliseconds
 */
public record ChannelMembership(
    String name,
    String roles,
    ChannelNotifyProps notifyProps,
    Boolean favorite,
    Long mentionCount,
    Long mentionCountRoot,
    Long urgendMentionCount,
    Long msgCount,
    Long msgCountRoot,
    Long lastViewedAt,
    Layout layout) {}
