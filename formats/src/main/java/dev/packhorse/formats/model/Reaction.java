package dev.packhorse.formats.model;

/**
 * An emoji somebody put on a message.
 *
 * @param createAt epoch milliseconds, not before the message's
 */
public record Reaction(String user, Long createAt, String emojiName, Layout layout) {}
