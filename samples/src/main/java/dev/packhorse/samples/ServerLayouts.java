package dev.packhorse.samples;

import dev.packhorse.formats.model.Layout;
import java.util.List;

/**
 * Members in the places where a server writes them, null for those without a value. A record
 * without a layout leaves out what is absent; a server writes {@code "replies":null}.
 */
final class ServerLayouts {
  private static final Layout POST = fields(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12);
  private static final Layout POST_WITH_FILES = fields(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  private static final Layout DIRECT_POST = fields(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

  private ServerLayouts() {}

  static Layout post(boolean files) {
    return files ? POST_WITH_FILES : POST;
  }

  static Layout directPost() {
    return DIRECT_POST;
  }

  private static Layout fields(int... indexes) {
    return new Layout(indexes, List.of());
  }
}
