/**
 * The contract between the engine and the outside systems.
 *
 * <pre>
 * Source     stage() · ranges() · open(from, to) → RecordReader → RecordBatch → SourceRecord
 * Target     prepare(batch) in any thread · append() in order · mark() · finish(cargo)
 * FileStore  size(path) · open(path)
 * </pre>
 *
 * <p>A cursor says where reading goes on, a mark what a target holds for certain. Both are short
 * texts that only their maker understands; the engine stores them together at each checkpoint.
 * Connectors and file stores are found with {@link java.util.ServiceLoader}; no connector knows
 * another.
 */
package dev.packhorse.connectors.spi;
