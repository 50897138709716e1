package dev.packhorse.connectors.database.rows;

/** Columns of emoji.sql, in its order. */
final class EmojiRows {
  static final int ID = 0;
  static final int NAME = 1;
  static final int DELETE_AT = 2;

  private EmojiRows() {}
}
