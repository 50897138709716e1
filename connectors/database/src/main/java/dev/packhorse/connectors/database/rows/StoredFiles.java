package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.shuffle.Bytes;
import dev.packhorse.connectors.database.shuffle.Keys;
import dev.packhorse.connectors.database.shuffle.Sorter;
import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.connectors.spi.UnreachableStore;
import dev.packhorse.formats.schema.ImageFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;

/** Looks records' files up in the store and notes those that the archive is to hold. */
final class StoredFiles {
  /** What came of looking for a file. */
  enum Found {
    YES,
    MISSING,
    UNREADABLE,
    UNSAFE,
    NO_PICTURE,
    NO_STORE
  }

  private final FileStore store;
  private final Sorter.Lane lane;
  private final Bytes key = new Bytes(256);
  private final Bytes value = new Bytes(16);

  /**
   * @param store null if there is none: then attachments are named without being looked for, as the
   *     server's exporter does, and pictures are missing
   */
  StoredFiles(FileStore store, Sorter.Lane lane) {
    this.store = store;
    this.lane = lane;
  }

  /** Looks for a file, and if it is there puts it on the list. */
  Found add(String path) throws IOException {
    return add(path, FoundFile.UNSEEN);
  }

  private Found add(String path, long pixels) throws IOException {
    if (!safe(path)) {
      return Found.UNSAFE;
    }
    if (store == null) {
      return Found.YES;
    }
    long real;
    try {
      real = store.size(path);
    } catch (AccessDeniedException e) {
      return Found.UNREADABLE;
    } catch (InvalidPathException e) {
      return Found.UNSAFE;
    }
    if (real < 0) {
      return Found.MISSING;
    }
    key.clear();
    byte[] name = Keys.of(path);
    key.write(name, 0, name.length);
    value.clear();
    new FoundFile(path, real, pixels).write(value);
    lane.add(key, value.array(), 0, value.size());
    return Found.YES;
  }

  /**
   * Looks for a picture: a record that names one which is not there, or is none, stops an import.
   * What it is like is decided here and kept with its path, since nobody knows whether the store
   * can still tell later.
   *
   * @param decoded whether servers look inside, as they do with those of users
   */
  Found addPicture(String path, boolean decoded) throws IOException {
    if (store == null) {
      return Found.NO_STORE;
    }
    if (!safe(path)) {
      return Found.UNSAFE;
    }
    long pixels;
    try (InputStream in = store.open(path)) {
      pixels = ImageFile.pixels(in);
    } catch (NoSuchFileException e) {
      return Found.MISSING;
    } catch (InvalidPathException e) {
      return Found.UNSAFE;
    } catch (UnreachableStore e) {
      throw e;
    } catch (IOException e) {
      return Found.UNREADABLE;
    }
    return decoded && pixels < 0 ? Found.NO_PICTURE : add(path, pixels);
  }

  /** What comes from a database can name any path; a server of 5.37 followed them all. */
  private static boolean safe(String path) {
    if (path.isEmpty() || path.startsWith("/") || path.indexOf('\0') >= 0) {
      return false;
    }
    for (String step : path.split("/", -1)) {
      if (step.equals("..") || step.equals(".") || step.isEmpty()) {
        return false;
      }
    }
    return path.getBytes(StandardCharsets.UTF_8).length < 4096;
  }
}
