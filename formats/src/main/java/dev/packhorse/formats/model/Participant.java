package dev.packhorse.formats.model;

/**
 * A member of a direct channel with its state, since server 10.1.
 *
 * @param lastViewedAt epoch milliseconds
 */
public record Participant(
    String username,
    ChannelNotifyProps notifyProps,
    Boolean schemeUser,
    Boolean schemeAdmin,
    Boolean schemeGuest,
    Long mentionCount,
    Long mentionCountRoot,
    Long urgendMentionCount,
    Long msgCount,
    Long msgCountRoot,
    Long lastViewedAt,
    Layout layout) {}
