package dev.packhorse.connectors.database.rows;

/** Columns of bots.sql, in its order. */
final class BotRows {
  static final int USER_ID = 0;
  static final int DESCRIPTION = 1;
  static final int OWNER_ID = 2;

  private BotRows() {}
}
