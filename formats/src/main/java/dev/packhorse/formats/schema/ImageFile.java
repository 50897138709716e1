package dev.packhorse.formats.schema;

import java.io.IOException;
import java.io.InputStream;

/** What a server makes of the file of a picture, for those who make records. */
public final class ImageFile {
  private ImageFile() {}

  /**
   * Width times height of a picture, as far as its head tells, or -1 if a server can't decode it: a
   * profile picture of that kind stops an import (A-USER-11). Does not close the stream.
   */
  public static long pixels(InputStream picture) throws IOException {
    return ImageHeader.pixels(picture);
  }
}
