package dev.packhorse.connectors.server.testing.state;

import java.util.List;
import java.util.Map;

/**
 * What an import job did.
 *
 * @param sha256 of the archive that the job read, in hexadecimal digits
 * @param lines written lines by type
 * @param reset accounts that lost their password
 * @param warnings what the real server would only log
 */
public record Imported(
    String sha256, Map<String, Integer> lines, List<String> reset, List<String> warnings) {}
