package dev.packhorse.formats.model;

/**
 * A status of a user's own.
 *
 * @param duration empty or a word such as {@code one_hour}
 * @param expiresAt RFC 3339 time
 */
public record CustomStatus(
    String emoji, String text, String duration, String expiresAt, Layout layout) {}
