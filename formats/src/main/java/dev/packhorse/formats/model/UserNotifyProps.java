package dev.packhorse.formats.model;

/** When a user is told of something; every value is a word such as {@code all} or {@code true}. */
public record UserNotifyProps(
    String desktop,
    String desktopSound,
    String email,
    String mobile,
    String mobilePushStatus,
    String channel,
    String comments,
    String mentionKeys,
    Layout layout) {}
