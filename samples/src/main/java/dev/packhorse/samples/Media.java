package dev.packhorse.samples;

import dev.packhorse.formats.archive.OutgoingFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** Contents of generated files: a small picture or some text, told by the path alone. */
final class Media {
  private static final long PNG = 0x89504E470D0A1A0AL;

  private Media() {}

  /** The file of a path; its contents are made anew each time it is opened. */
  static OutgoingFile file(String path) {
    return new OutgoingFile(
        path, contents(path).length, () -> new ByteArrayInputStream(contents(path)));
  }

  static byte[] contents(String path) {
    Dice dice = Dice.of(0, path);
    boolean picture = path.endsWith(".png") || path.endsWith("/image");
    return picture ? picture(dice.between(8, 20), dice) : text(path, dice);
  }

  private static byte[] text(String path, Dice dice) {
    StringBuilder text = new StringBuilder(path).append('\n');
    Prose prose = new Prose(new String[] {"channel"});
    for (int i = dice.between(1, 6); i > 0; i--) {
      text.append(prose.message(dice)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A square PNG of grey tones, stored rather than deflated: the same with every zlib. */
  private static byte[] picture(int side, Dice dice) {
    byte[] rows = new byte[side * (side + 1)];
    int shade = dice.below(200);
    for (int i = 0; i < rows.length; i++) {
      boolean filterByte = i % (side + 1) == 0;
      rows[i] = filterByte ? 0 : (byte) (shade + i % side + dice.below(12));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(rows.length + 80);
    out.writeBytes(ByteBuffer.allocate(8).putLong(PNG).array());
    byte[] eightBitGrey = {8, 0, 0, 0, 0};
    chunk("IHDR", ByteBuffer.allocate(13).putInt(side).putInt(side).put(eightBitGrey), out);
    chunk("IDAT", stored(rows), out);
    chunk("IEND", ByteBuffer.allocate(0), out);
    return out.toByteArray();
  }

  private static ByteBuffer stored(byte[] data) {
    Adler32 sum = new Adler32();
    sum.update(data);
    ByteBuffer block = ByteBuffer.allocate(data.length + 11);
    block.putShort((short) 0x7801).put((byte) 1);
    block.putShort(Short.reverseBytes((short) data.length));
    block.putShort(Short.reverseBytes((short) ~data.length));
    return block.put(data).putInt((int) sum.getValue());
  }

  private static void chunk(String name, ByteBuffer data, ByteArrayOutputStream out) {
    byte[] body = new byte[4 + data.capacity()];
    System.arraycopy(name.getBytes(StandardCharsets.US_ASCII), 0, body, 0, 4);
    System.arraycopy(data.array(), 0, body, 4, data.capacity());
    CRC32 sum = new CRC32();
    sum.update(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.capacity()).array());
    out.writeBytes(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
