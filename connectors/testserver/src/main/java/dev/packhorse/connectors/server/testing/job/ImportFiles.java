package dev.packhorse.connectors.server.testing.job;

import dev.packhorse.connectors.server.testing.state.Post;
import dev.packhorse.connectors.server.testing.state.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Bodies beside the lines (rest-api reference 2.9). */
final class ImportFiles {
  private final World world;
  private final ZipFile zip;
  private final List<String> warnings;

  ImportFiles(World world, ZipFile zip, List<String> warnings) {
    this.world = world;
    this.zip = zip;
    this.warnings = warnings;
  }

  /** Null if the archive has none. */
  private byte[] body(String path) {
    // 5.37 takes paths as they are; later ones look below "data".
    String name = world.profile.since(6, 0) ? "data/" + path : path;
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return null;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that is missing or too large is logged since 6.1; before it ended the import. */
  void attachment(Line line, Post post) throws JobError {
    String path = line.text("path", "");
    byte[] body = body(path);
    boolean old = world.profile.before(6, 0);
    if (body == null && old && !post.rootId.isEmpty()) {
      return;
    }
    if (body == null && old) {
      throw line.invalid("JSON decode of line failed., attachment is not in the archive");
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (body == null || body.length > world.config.number("FileSettings.MaxFileSize")) {
      warnings.add("line " + line.number() + ": no attachment " + path);
    } else if (post.files.stream().noneMatch(file -> file.name.equals(name))) {
      world.addFile(post, name, body);
    }
  }

  /** A missing image ends the import. */
  void emoji(Line line) throws JobError {
    String name = line.needed("name");
    String image = line.needed("image");
    byte[] body = body(image);
    if (body == null) {
      throw line.invalid(
          "Error reading import emoji image file. Emoji with name: \"" + name + "\"");
    }
    world.emoji.values().removeIf(emoji -> emoji.name().equals(name));
    world.addEmoji(name, null, body);
  }

  byte[] picture(Line line, byte[] present) throws JobError {
    String path = line.text("profile_image", "");
    if (path.isEmpty()) {
      return present;
    }
    byte[] body = body(path);
    if (body == null) {
      warnings.add("line " + line.number() + ": no profile image " + path);
      return present;
    }
    return body;
  }
}
