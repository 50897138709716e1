package dev.packhorse.formats.model;

/** The payload of one line of a bulk file. */
public sealed interface BulkRecord
    permits Version,
        Role,
        Scheme,
        Emoji,
        Team,
        Channel,
        User,
        Bot,
        Post,
        DirectChannel,
        DirectPost {
  RecordType recordType();

  /** How the payload's members stood in its line; null for a record that was not read. */
  Layout layout();
}
