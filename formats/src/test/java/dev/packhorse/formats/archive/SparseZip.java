package dev.packhorse.formats.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** A zip64 whose first entry is a hole of any size, so that it takes no room on disk. */
final class SparseZip {
  private SparseZip() {}

  /** Entries: {@code data/hole} of so many zero bytes with a wrong checksum, then the lines. */
  static void write(Path file, long hole, String lines) throws IOException {
    byte[] content = lines.getBytes(StandardCharsets.UTF_8);
    CRC32 crc = new CRC32();
    crc.update(content);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(local("data/hole", 0, -1, hole));
      out.seek(out.getFilePointer() + hole);
      long second = out.getFilePointer();
      out.write(local("import.jsonl", crc.getValue(), content.length, 0));
      out.write(content);
      long directory = out.getFilePointer();
      out.write(central("data/hole", 0, -1, hole, 0));
      out.write(central("import.jsonl", crc.getValue(), content.length, 0, second));
      long end = out.getFilePointer();
      ByteBuffer b = buffer(56 + 20 + 22);
      b.putInt(0x06064B50).putLong(44).putShort((short) 45).putShort((short) 45);
      b.putInt(0).putInt(0).putLong(2).putLong(2).putLong(end - directory).putLong(directory);
      b.putInt(0x07064B50).putInt(0).putLong(end).putInt(1);
      b.putInt(0x06054B50).putInt(0).putShort((short) -1).putShort((short) -1);
      b.putInt(-1).putInt(-1).putShort((short) 0);
      out.write(b.array());
    }
  }

  private static byte[] local(String name, long crc, int size, long size64) {
    int extra = size < 0 ? 20 : 0;
    ByteBuffer b = buffer(30 + name.length() + extra);
    b.putInt(0x04034B50).putShort((short) 45).putShort((short) 0).putShort((short) 0);
    b.putInt(0x00210000).putInt((int) crc).putInt(size).putInt(size);
    b.putShort((short) name.length()).putShort((short) extra);
    b.put(name.getBytes(StandardCharsets.US_ASCII));
    if (extra > 0) {
      b.putShort((short) 1).putShort((short) 16).putLong(size64).putLong(size64);
    }
    return b.array();
  }

  private static byte[] central(String name, long crc, int size, long size64, long at) {
    int extra = size < 0 ? 20 : 12;
    ByteBuffer b = buffer(46 + name.length() + extra);
    b.putInt(0x02014B50).putShort((short) 45).putShort((short) 45).putInt(0);
    b.putInt(0x00210000).putInt((int) crc).putInt(size).putInt(size);
    b.putShort((short) name.length()).putShort((short) extra).putShort((short) 0);
    b.putInt(0).putInt(0).putInt(size < 0 ? (int) at : -1);
    b.put(name.getBytes(StandardCharsets.US_ASCII)).putShort((short) 1);
    b.putShort((short) (extra - 4));
    if (size < 0) {
      b.putLong(size64).putLong(size64);
    } else {
      b.putLong(at);
    }
    return b.array();
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
