/**
 * Every rule that a Mattermost server has for a bulk file (bulk-format reference, sections 5, 6 and
 * 8), and some of our own for what a server lets pass and mangles.
 *
 * <p>{@link dev.packhorse.formats.schema.LineRules} sees one record at a time and has no state;
 * {@link dev.packhorse.formats.schema.FileRules} sees all records in file order. Rules are named by
 * their ids of the reference; {@code docs/reference/rules.md} lists where each one is.
 */
package dev.packhorse.formats.schema;
