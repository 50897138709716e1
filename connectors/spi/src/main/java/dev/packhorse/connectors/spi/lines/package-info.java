/** Records that lie somewhere as bulk lines, for all sources that keep them so. */
package dev.packhorse.connectors.spi.lines;
