package dev.packhorse.connectors.server.testing.state;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What becomes of the file of an export job (rest-api reference 7.6). */
public final class ExportPlan {
  public enum Mode {
    /** The whole file is there with the end of the job. */
    COMPLETE,
    /** It grows with each download that is begun. */
    GROWING,
    /** It appears after some looks. */
    LATE,
    /** The job ends as success; there is no file. */
    NEVER,
    /** The job ends as error and leaves the beginning of a file. */
    TRUNCATED
  }

  public Mode mode = Mode.COMPLETE;

  /** Downloads that are begun until the file is whole or there. */
  public int looks = 2;

  /** Files that are not whole yet, with what they will hold. */
  public final Map<Path, byte[]> growing = new HashMap<>();

  /** What the job writes; null lets it write what the server knows. */
  public byte[] archive;
}
