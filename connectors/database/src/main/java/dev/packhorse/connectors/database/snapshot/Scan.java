package dev.packhorse.connectors.database.snapshot;

import java.util.function.Supplier;

/**
 * A query to be run over a whole table, once, in no particular order.
 *
 * @param sinks gives a new sink for each part of the table that is read on its own; called by many
 *     threads
 */
public record Scan(Query query, Supplier<RowSink> sinks) {}
