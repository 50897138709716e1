package dev.packhorse.formats.schema;

import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Files of an archive that exist only as words: {@code 3}, {@code png:8x8@9000}, {@code svg},
 * {@code unreadable}.
 */
final class TestFiles implements FileLookup {
  private record Entry(String name, byte[] content, long size) {}

  private final List<Entry> entries = new ArrayList<>();
  private final boolean known;

  /**
   * @param descriptions by entry name; null if there is no archive
   */
  TestFiles(Map<String, String> descriptions) {
    known = descriptions != null;
    if (known) {
      descriptions.forEach((name, what) -> entries.add(entry(name, what)));
    }
  }

  private static Entry entry(String name, String description) {
    String[] parts = description.split("@");
    byte[] content = content(parts[0]);
    return new Entry(name, content, parts.length > 1 ? Long.parseLong(parts[1]) : content.length);
  }

  private static byte[] content(String what) {
    switch (what) {
      case "text":
        return "no picture at all".getBytes(StandardCharsets.UTF_8);
      case "unreadable", "damaged":
        return what.getBytes(StandardCharsets.UTF_8);
      case "svg":
        return "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>"
            .getBytes(StandardCharsets.UTF_8);
      case "bomb":
        return ("<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>"
                + "<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&b;&x;</svg>")
            .getBytes(StandardCharsets.UTF_8);
      default:
        return what.contains(":") ? picture(what) : new byte[Integer.parseInt(what)];
    }
  }

  /** The head of a picture and nothing else. */
  private static byte[] picture(String what) {
    String[] parts = what.split("[:x]");
    int width = Integer.parseInt(parts[1]);
    int height = Integer.parseInt(parts[2]);
    ByteBuffer out = ByteBuffer.allocate(64);
    switch (parts[0]) {
      case "png" ->
          out.putLong(0x89504E470D0A1A0AL)
              .putInt(13)
              .putInt(0x49484452)
              .putInt(width)
              .putInt(height);
      case "gif" ->
          out.put("GIF89a".getBytes(StandardCharsets.US_ASCII))
              .putShort(Short.reverseBytes((short) width))
              .putShort(Short.reverseBytes((short) height));
      case "jpeg" ->
          out.putInt(0xFFD8FFE0)
              .putShort((short) 4)
              .putShort((short) 0)
              .putInt(0xFFC00011)
              .put((byte) 8)
              .putShort((short) height)
              .putShort((short) width);
      case "webp" ->
          out.put("RIFF0000WEBPVP8X0000xxxx".getBytes(StandardCharsets.US_ASCII))
              .put((byte) (width - 1))
              .putShort((short) 0)
              .put((byte) (height - 1))
              .putShort((short) 0);
      default -> throw new IllegalArgumentException(what);
    }
    return out.array();
  }

  @Override
  public boolean known() {
    return known;
  }

  @Override
  public int count() {
    return entries.size();
  }

  @Override
  public int find(String path) {
    if (PathRules.escapes(path)) {
      return REJECTED;
    }
    List<String> steps = new ArrayList<>(List.of("data"));
    for (String step : path.split("/")) {
      if (step.equals("..")) {
        steps.remove(steps.size() - 1);
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return findExact(String.join("/", steps));
  }

  @Override
  public int findExact(String entryName) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).name.equals(entryName)) {
        return i;
      }
    }
    return MISSING;
  }

  @Override
  public String name(int id) {
    return entries.get(id).name;
  }

  @Override
  public long size(int id) {
    return entries.get(id).size;
  }

  @Override
  public InputStream open(int id) throws IOException {
    String what = new String(entries.get(id).content, StandardCharsets.UTF_8);
    if (what.equals("unreadable")) {
      throw new IOException("Input/output error");
    }
    if (what.equals("damaged")) {
      Place place = Place.file(entries.get(id).name);
      throw new ProblemException(Problem.of(AccountProblem.IMAGE_UNDECODABLE, place));
    }
    return new ByteArrayInputStream(entries.get(id).content);
  }
}
