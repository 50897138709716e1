package dev.packhorse.formats.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Makes zips byte by byte, so that each field can lie. */
final class ZipForge {
  /** One entry with all its fields; what a test does not change is right. */
  static final class Entry {
    byte[] name;
    byte[] localName;
    byte[] stored;
    int method;
    int localMethod;
    int flags = 1 << 11;
    long crc;
    long size;
    long storedSize;
    int madeBy = 20;
    int attributes;
    int localAt = -1;

    Entry(String name, byte[] content, boolean deflated) {
      this.name = name.getBytes(StandardCharsets.UTF_8);
      this.localName = this.name;
      this.stored = deflated ? deflate(content) : content;
      this.method = deflated ? 8 : 0;
      this.localMethod = method;
      this.size = content.length;
      this.storedSize = stored.length;
      CRC32 sum = new CRC32();
      sum.update(content);
      this.crc = sum.getValue();
    }

    Entry unixMode(int mode) {
      madeBy = 3 << 8 | 20;
      attributes = mode << 16;
      return this;
    }
  }

  static final String LINE = "{\"type\":\"version\",\"version\":1}\n";

  private final List<Entry> entries = new ArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  int claimedEntries = -1;

  static ZipForge withLines() {
    ZipForge forge = new ZipForge();
    forge.add("import.jsonl", LINE);
    return forge;
  }

  Entry add(String name, String content) {
    return add(new Entry(name, content.getBytes(StandardCharsets.UTF_8), true));
  }

  Entry addStored(String name, byte[] content) {
    return add(new Entry(name, content, false));
  }

  Entry add(Entry entry) {
    entries.add(entry);
    return entry;
  }

  /** Bytes in front; positions are counted from the zip's own beginning. */
  byte[] after(byte[] prefix) {
    byte[] zip = build();
    byte[] all = Arrays.copyOf(prefix, prefix.length + zip.length);
    System.arraycopy(zip, 0, all, prefix.length, zip.length);
    return all;
  }

  byte[] build() {
    for (Entry entry : entries) {
      entry.localAt = entry.localAt < 0 ? bytes.size() : entry.localAt;
      number(4, 0x04034B50).number(2, 20).number(2, entry.flags).number(2, entry.localMethod);
      number(4, 0x00210000).number(4, entry.crc).number(4, entry.storedSize);
      number(4, entry.size).number(2, entry.localName.length).number(2, 0);
      bytes.writeBytes(entry.localName);
      bytes.writeBytes(entry.stored);
    }
    int directory = bytes.size();
    for (Entry entry : entries) {
      number(4, 0x02014B50).number(2, entry.madeBy).number(2, 20).number(2, entry.flags);
      number(2, entry.method).number(4, 0x00210000).number(4, entry.crc);
      number(4, entry.storedSize).number(4, entry.size).number(2, entry.name.length);
      number(2, 0).number(2, 0).number(2, 0).number(2, 0);
      number(4, entry.attributes & 0xFFFFFFFFL).number(4, entry.localAt);
      bytes.writeBytes(entry.name);
    }
    int size = bytes.size() - directory;
    int count = claimedEntries < 0 ? entries.size() : claimedEntries;
    number(4, 0x06054B50).number(4, 0).number(2, count).number(2, count);
    number(4, size).number(4, directory).number(2, 0);
    return bytes.toByteArray();
  }

  private ZipForge number(int length, long value) {
    byte[] all = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    bytes.write(all, 0, length);
    return this;
  }

  static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }
}
