/**
 * Bulk files and archives, in all forms that {@code formats.archive} knows, as source and target.
 */
package dev.packhorse.connectors.archive;
