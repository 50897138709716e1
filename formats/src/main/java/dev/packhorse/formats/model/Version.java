package dev.packhorse.formats.model;

/**
 * The first line of a file: its format version and who wrote it.
 *
 * @param version 1 in every format known today
 */
public record Version(Long version, Info info, Layout layout) implements BulkRecord {
  @Override
  public RecordType recordType() {
    return RecordType.VERSION;
  }
}
