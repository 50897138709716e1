package dev.packhorse.formats.model;

/**
 * A file of a message.
 *
 * @param path relative to {@code data/} in an archive, with slashes
 */
public record Attachment(String path, Layout layout) {}
