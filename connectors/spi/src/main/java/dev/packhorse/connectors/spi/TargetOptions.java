package dev.packhorse.connectors.spi;

/**
 * How to write a target.
 *
 * @param goEscaping whether rewritten records escape like a server's exporter
 * @param compressionLevel level of the target's compression, or -1 for its default
 */
public record TargetOptions(boolean goEscaping, int compressionLevel) {}
