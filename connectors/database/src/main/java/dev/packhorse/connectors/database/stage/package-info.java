/** Brings one snapshot of a database to disk as the lines, files and books of an archive. */
package dev.packhorse.connectors.database.stage;
