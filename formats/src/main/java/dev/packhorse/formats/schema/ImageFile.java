package dev.packhorse.formats.schema;

import java.io.IOException;
import java.io.InputStream;

/** What a server makes of the file of a picture, for those who make records. */
public final class ImageFile {
  private ImageFile() {}

  /**
   * Whether a server can decode a profile picture, as far as its head tells; one that it can't
   * stops an import (A-USER-11).
   */
  public static boolean decodable(InputStream picture) throws IOException {
    return ImageHeader.pixels(picture) >= 0;
  }
}
