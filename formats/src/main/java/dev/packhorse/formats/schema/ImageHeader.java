package dev.packhorse.formats.schema;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the size of a GIF, JPEG, PNG or WebP picture from its first bytes, decoding nothing. */
final class ImageHeader {
  /** Not a picture of these kinds, or cut off before its size is told. */
  static final long UNKNOWN = -1;

  private static final long PNG = 0x89504E470D0A1A0AL;
  private static final int IHDR = 0x49484452;

  private ImageHeader() {}

  /** Width times height, or {@link #UNKNOWN}. Does not close the stream. */
  static long pixels(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 4096));
    try {
      long start = in.readLong();
      if (start == PNG) {
        return png(in);
      }
      if (start >>> 48 == 0xFFD8) {
        return jpeg(in, start);
      }
      String text = new String(bytes(start), StandardCharsets.ISO_8859_1);
      if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
        long width = start >>> 8 & 0xFF | (start & 0xFF) << 8;
        return area(width, Short.reverseBytes(in.readShort()) & 0xFFFF);
      }
      return text.startsWith("RIFF") ? webp(in) : UNKNOWN;
    } catch (EOFException e) {
      return UNKNOWN;
    }
  }

  private static long png(DataInputStream in) throws IOException {
    if (in.readInt() != 13 || in.readInt() != IHDR) {
      return UNKNOWN;
    }
    return area(in.readInt() & 0xFFFF_FFFFL, in.readInt() & 0xFFFF_FFFFL);
  }

  /** Walks from segment to segment up to the frame, which tells the size. */
  private static long jpeg(DataInputStream in, long start) throws IOException {
    byte[] first = bytes(start);
    int marker = (first[2] & 0xFF) << 8 | first[3] & 0xFF;
    int length = (first[4] & 0xFF) << 8 | first[5] & 0xFF;
    // Two bytes of the first segment are read already; no frame comes that early.
    if (marker < 0xFFC0 || length < 4 || isFrame(marker)) {
      return isFrame(marker) ? frame(first[7], in) : UNKNOWN;
    }
    in.skipNBytes(length - 4L);
    while (true) {
      marker = in.readUnsignedShort();
      while (marker == 0xFFFF) {
        marker = 0xFF00 | in.readUnsignedByte();
      }
      if (marker < 0xFFC0 || marker == 0xFFD9 || marker == 0xFFDA) {
        return UNKNOWN;
      }
      if (marker >= 0xFFD0 && marker <= 0xFFD8) {
        continue;
      }
      length = in.readUnsignedShort();
      if (length < 2) {
        return UNKNOWN;
      }
      if (isFrame(marker)) {
        in.readUnsignedByte();
        long height = in.readUnsignedShort();
        return area(in.readUnsignedShort(), height);
      }
      in.skipNBytes(length - 2L);
    }
  }

  /** A frame as the very first segment: precision and the first byte of the height are read. */
  private static long frame(byte heightHigh, DataInputStream in) throws IOException {
    long height = (heightHigh & 0xFF) << 8 | in.readUnsignedByte();
    return area(in.readUnsignedShort(), height);
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xFFC0
        && marker <= 0xFFCF
        && marker != 0xFFC4
        && marker != 0xFFC8
        && marker != 0xFFCC;
  }

  private static long webp(DataInputStream in) throws IOException {
    if (in.readInt() != 0x57454250) {
      return UNKNOWN;
    }
    int kind = in.readInt();
    in.skipNBytes(4);
    switch (kind) {
      case 0x56503858 -> { // VP8X: flags, then both sizes less one in three bytes
        in.skipNBytes(4);
        return area(three(in) + 1, three(in) + 1);
      }
      case 0x5650384C -> { // VP8L: a signature byte, then 14 bits each
        if (in.readUnsignedByte() != 0x2F) {
          return UNKNOWN;
        }
        int bits = Integer.reverseBytes(in.readInt());
        return area((bits & 0x3FFF) + 1L, (bits >>> 14 & 0x3FFF) + 1L);
      }
      case 0x56503820 -> { // VP8: a frame tag, a start code, then 14 bits each
        in.skipNBytes(3);
        if (three(in) != 0x2A019D) {
          return UNKNOWN;
        }
        long width = Short.reverseBytes(in.readShort()) & 0x3FFF;
        return area(width, Short.reverseBytes(in.readShort()) & 0x3FFF);
      }
      default -> {
        return UNKNOWN;
      }
    }
  }

  private static long three(DataInputStream in) throws IOException {
    return in.readUnsignedByte()
        | (long) in.readUnsignedByte() << 8
        | (long) in.readUnsignedByte() << 16;
  }

  private static long area(long width, long height) {
    if (width == 0 || height == 0 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      return UNKNOWN;
    }
    return width * height;
  }

  private static byte[] bytes(long number) {
    byte[] bytes = new byte[8];
    for (int i = 0; i < 8; i++) {
      bytes[i] = (byte) (number >>> 56 - 8 * i);
    }
    return bytes;
  }
}
