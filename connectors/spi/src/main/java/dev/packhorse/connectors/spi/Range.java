package dev.packhorse.connectors.spi;

import dev.packhorse.formats.model.RecordType;

/**
 * Consecutive records of one type.
 *
 * @param type null for records whose type can't be told
 * @param from cursor of the first record
 * @param to cursor of what follows, or null for the end of the source
 * @param records how many there are
 */
public record Range(RecordType type, String from, String to, long records) {}
