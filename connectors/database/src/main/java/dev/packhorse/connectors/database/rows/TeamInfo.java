package dev.packhorse.connectors.database.rows;

/** A row of Teams. Times are epoch milliseconds. */
record TeamInfo(
    String id,
    String name,
    String displayName,
    String type,
    String description,
    boolean openInvite,
    String schemeId,
    long deletedAt) {}
