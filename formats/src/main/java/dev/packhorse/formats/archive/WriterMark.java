package dev.packhorse.formats.archive;

import java.util.Optional;

/**
 * What of the lines is held for certain.
 *
 * @param stored bytes in the growing file
 * @param lines bytes of uncompressed lines
 * @param linesCrc CRC-32 of the uncompressed lines
 * @param storedCrc CRC-32 of the stored bytes
 */
record WriterMark(ArchiveForm form, long stored, long lines, int linesCrc, int storedCrc) {
  // Begins the text, so that a later layout is told from this one.
  private static final String LAYOUT = "1";

  static WriterMark nothing(ArchiveForm form) {
    return new WriterMark(form, 0, 0, 0, 0);
  }

  WriterMark and(EncodedSegment segment) {
    return new WriterMark(
        form,
        stored + segment.storedLength(),
        lines + segment.linesLength(),
        Crc.joined(linesCrc, segment.linesCrc(), segment.linesLength()),
        Crc.joined(storedCrc, segment.storedCrc(), segment.storedLength()));
  }

  String text() {
    return "%s:%s:%d:%d:%08x:%08x"
        .formatted(LAYOUT, form.word(), stored, lines, linesCrc, storedCrc);
  }

  /** Empty if no writer of this form made that text. */
  static Optional<WriterMark> parse(ArchiveForm form, String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 6 || !parts[0].equals(LAYOUT) || !parts[1].equals(form.word())) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new WriterMark(
              form,
              Long.parseLong(parts[2]),
              Long.parseLong(parts[3]),
              Integer.parseUnsignedInt(parts[4], 16),
              Integer.parseUnsignedInt(parts[5], 16)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
