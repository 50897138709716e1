package dev.packhorse.formats.schema;

import dev.packhorse.formats.archive.ArchiveFiles;
import java.io.IOException;
import java.io.InputStream;

/**
 * The files that came along with a bulk file, numbered from 0.
 *
 * <p>Called by one thread.
 */
public interface FileLookup {
  /** No entry has that path. */
  int MISSING = -1;

  /** The path leaves the folder of the files (bulk-format reference 1.6). */
  int REJECTED = -2;

  /** Whether there is an archive at all; false for a bare file of lines. */
  boolean known();

  /** How many files there are. */
  int count();

  /**
   * The file that a server of today finds for a path in a line: below {@code data/}, cleaned, in
   * Unicode NFC.
   *
   * @return its number, {@link #MISSING} or {@link #REJECTED}
   */
  int find(String path);

  /**
   * The file of exactly this entry name, as server 5.37 looked it up.
   *
   * @return its number or {@link #MISSING}
   */
  int findExact(String entryName);

  /** Name of the entry, such as {@code data/20260101/report.pdf}. */
  String name(int id);

  /** Size in bytes, or -1 if the archive does not say. */
  long size(int id);

  InputStream open(int id) throws IOException;

  /**
   * Width times height of a picture, as far as its head tells. A source that looked at it before
   * says what it saw then.
   *
   * @return -1 if it is no picture that a server decodes
   * @throws IOException if it can't be read now, which says nothing about the picture
   */
  default long pixels(int id) throws IOException {
    try (InputStream in = open(id)) {
      return ImageFile.pixels(in);
    }
  }

  /** The files of an opened archive. */
  static FileLookup of(ArchiveFiles files) {
    return new ArchiveLookup(files);
  }

  /** A bulk file without an archive: nothing can be said about its files. */
  FileLookup NONE =
      new FileLookup() {
        @Override
        public boolean known() {
          return false;
        }

        @Override
        public int count() {
          return 0;
        }

        @Override
        public int find(String path) {
          return MISSING;
        }

        @Override
        public int findExact(String entryName) {
          return MISSING;
        }

        @Override
        public String name(int id) {
          throw new IndexOutOfBoundsException(id);
        }

        @Override
        public long size(int id) {
          throw new IndexOutOfBoundsException(id);
        }

        @Override
        public InputStream open(int id) {
          throw new IndexOutOfBoundsException(id);
        }
      };
}
