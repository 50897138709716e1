package dev.packhorse.connectors.database.stage;

import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.problem.Place;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** For each staged line the row it was made of: an entry of fixed length in a file. */
final class LinePlaces implements Closeable {
  private static final String NAME = "places";
  private static final int ENTRY = 32;

  private final FileChannel file;

  LinePlaces(Path folder) throws IOException {
    file = FileChannel.open(folder.resolve(NAME));
  }

  /** Writes the entries. */
  static final class Writer implements Closeable {
    private final OutputStream out;
    private final byte[] entry = new byte[ENTRY];

    Writer(Path folder) throws IOException {
      out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAME)), 1 << 16);
    }

    /**
     * @param id cut to {@value #ENTRY} bytes less one, which is more than ids have
     */
    void add(RecordType type, byte[] id, int from, int length) throws IOException {
      Arrays.fill(entry, (byte) 0);
      entry[0] = (byte) type.ordinal();
      System.arraycopy(id, from, entry, 1, Math.min(length, ENTRY - 1));
      out.write(entry);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /** The row of a line. */
  Place locate(Place place) throws IOException {
    ByteBuffer entry = ByteBuffer.allocate(ENTRY);
    long at = (place.line() - 1) * ENTRY;
    while (entry.hasRemaining()) {
      if (file.read(entry, at + entry.position()) < 0) {
        return place;
      }
    }
    String id = new String(entry.array(), 1, ENTRY - 1, StandardCharsets.UTF_8);
    int end = id.indexOf('\0');
    String table = table(RecordType.values()[entry.get(0)]);
    return Place.row(table, end < 0 ? id : id.substring(0, end), place.pointer());
  }

  private static String table(RecordType type) {
    return switch (type) {
      case VERSION -> "Systems";
      case ROLE -> "Roles";
      case SCHEME -> "Schemes";
      case EMOJI -> "Emoji";
      case TEAM -> "Teams";
      case CHANNEL, DIRECT_CHANNEL -> "Channels";
      case USER -> "Users";
      case BOT -> "Bots";
      case POST, DIRECT_POST -> "Posts";
    };
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
