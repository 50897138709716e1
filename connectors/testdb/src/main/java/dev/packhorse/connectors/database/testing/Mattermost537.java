package dev.packhorse.connectors.database.testing;

import java.io.InputStream;

/**
 * What a Mattermost 5.37 server left behind on both engines: dump, file store, and what its own
 * export said. The names are listed in {@code mattermost-5.37/README.md} among the resources.
 */
public final class Mattermost537 {
  private Mattermost537() {}

  /** One of the files, such as {@code postgres-export.jsonl}. */
  public static InputStream open(String name) {
    InputStream in = Mattermost537.class.getResourceAsStream("/mattermost-5.37/" + name);
    if (in == null) {
      throw new IllegalArgumentException("there is no mattermost-5.37/" + name);
    }
    return in;
  }
}
