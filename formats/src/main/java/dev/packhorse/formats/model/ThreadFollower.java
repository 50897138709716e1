package dev.packhorse.formats.model;

/**
 * Somebody who follows a thread; having replied does not count.
 *
 * @param lastViewed epoch milliseconds
 */
public record ThreadFollower(String user, Long lastViewed, Long unreadMentions, Layout layout) {}
