package dev.packhorse.connectors.database.rows;

/**
 * An account as others refer to it.
 *
 * @param id as in the database
 * @param username as it will be in the archive
 * @param bot whether it has a row in Bots
 * @param guest whether it has the role of a guest
 * @param made whether the database has no such account: it stands for one that was removed
 */
record Person(String id, String username, boolean bot, boolean guest, boolean made) {}
