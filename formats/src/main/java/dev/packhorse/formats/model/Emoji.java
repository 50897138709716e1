package dev.packhorse.formats.model;

/**
 * A custom emoji.
 *
 * @param image path of the picture, relative to {@code data/} in an archive
 */
public record Emoji(String name, String image, Layout layout) implements BulkRecord {
  @Override
  public RecordType recordType() {
    return RecordType.EMOJI;
  }
}
