/**
 * Bytes to lines to records, and back.
 *
 * <p>Reading follows the Mattermost importer (Go's {@code encoding/json}) to the letter, since a
 * file means what the importer makes of it: member names match whatever their case, the last of
 * repeated members wins, nested objects merge, integers are integers. What the importer would
 * refuse or change silently becomes a finding with line, byte offset and JSON pointer; reading
 * never throws for bad data.
 *
 * <pre>
 * InputStream → LineBlockReader → LineBlock → LineParser → BulkLine
 * BulkRecord → LineEncoder → bytes
 * </pre>
 *
 * The list of fields comes from the components of the records in {@code model} (see {@code Shape}):
 * a field is added there and nowhere else.
 */
package dev.packhorse.formats.jsonl;
