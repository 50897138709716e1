package dev.packhorse.formats.model;

import java.util.List;

/**
 * A message in a thread; threads are flat.
 *
 * @param createAt epoch milliseconds
 * @param editAt epoch milliseconds
 */
public record Reply(
    String user,
    String type,
    String message,
    RawJson props,
    Long createAt,
    Long editAt,
    List<String> flaggedBy,
    List<Reaction> reactions,
    List<Attachment> attachments,
    Boolean isPinned,
    Layout layout) {}
