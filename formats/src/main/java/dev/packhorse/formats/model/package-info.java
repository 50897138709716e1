/**
 * What records are, in Mattermost's own bulk vocabulary (bulk-format reference, section 2).
 *
 * <p>Every component of a record may be null: null is absent, and an importer leaves what is absent
 * as it is on the server. Lists that are present have no null elements. Times are epoch
 * milliseconds, as on the wire and in the database. Nothing is checked here; what a server would
 * refuse must be representable, so that it can be reported.
 */
package dev.packhorse.formats.model;
