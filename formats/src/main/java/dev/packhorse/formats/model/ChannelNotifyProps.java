package dev.packhorse.formats.model;

/** How a member is told of what happens in one channel; {@code null} means the default. */
public record ChannelNotifyProps(
    String desktop,
    String mobile,
    String markUnread,
    String email,
    String ignoreChannelMentions,
    String channelAutoFollowThreads,
    Layout layout) {}
