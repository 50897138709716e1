package dev.packhorse.connectors.spi;

import dev.packhorse.connectors.spi.server.Access;
import dev.packhorse.formats.schema.TargetProfile;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How to read a source. What a kind of source has no use for, it ignores.
 *
 * @param scratch folder for what must be kept to read twice, such as a copy of standard input or
 *     the snapshot of a database; exists, for this run only, and still there when the run goes on
 *     after a cut
 * @param textAfterRecord whether a line may hold text after its record, as servers of the time of
 *     5.37 allowed
 * @param target what the records are for; a source that makes records makes such as it imports
 * @param parts what is wanted beyond the ordinary
 * @param files the file store, or null if the source is to find it out
 * @param password asked when a system wants one; gives null if there is none
 * @param threads how many threads and connections may read at once, at least 1
 * @param rowsPerSecond most rows to be read in a second from a busy system; 0 for no limit
 * @param gentle whether to leave a busy system room: one connection, with pauses
 * @param access how to get at a server; null if there is no need to
 */
public record SourceOptions(
    Path scratch,
    boolean textAfterRecord,
    TargetProfile target,
    Set<Part> parts,
    FileStoreAddress files,
    Supplier<String> password,
    int threads,
    long rowsPerSecond,
    boolean gentle,
    Access access) {

  /** For a source that is there and ready, such as an archive. */
  public static SourceOptions plain(Path scratch, boolean textAfterRecord) {
    return new SourceOptions(
        scratch,
        textAfterRecord,
        TargetProfile.newest(),
        Part.USUAL,
        null,
        () -> null,
        1,
        0,
        false,
        null);
  }
}
