package dev.packhorse.connectors.spi;

import java.nio.file.Path;

/**
 * How to read a source.
 *
 * @param scratch folder for what must be kept to read twice, such as a copy of standard input;
 *     exists
 * @param textAfterRecord whether a line may hold text after its record, as servers of the time of
 *     5.37 allowed
 */
public record SourceOptions(Path scratch, boolean textAfterRecord) {}
