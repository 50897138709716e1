package dev.packhorse.connectors.spi;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/** Makes up a server to try things out with. Has a public constructor without parameters. */
public interface Demonstration {

  /** A server at work, with data that are made up; gone without a trace once it is closed. */
  interface Server extends Closeable {
    /** The address of its database. */
    String address();

    /** The address of its file store. */
    String files();

    /** The file whose first line is the password for the database. */
    Path password();

    /** What it holds, for people, such as {@code 5,000 posts of 20 people}. */
    String contents();

    /** A folder for whatever else shall vanish with the server, even if this process is killed. */
    Path scratch();
  }

  /** Why no server can be had on this machine; empty if one can. */
  Optional<String> refusal();

  /**
   * Starts a server and fills it.
   *
   * @param posts rows of the table of posts
   * @throws IOException if it does not start
   */
  Server start(long posts) throws IOException;

  /** The one on the class path. */
  static Optional<Demonstration> find() {
    return ServiceLoader.load(Demonstration.class).findFirst();
  }
}
