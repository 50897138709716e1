package dev.packhorse.connectors.database.rows;

/** Columns of reactions.sql, in its order. */
final class ReactionRows {
  static final int POST_ID = 0;
  static final int USER_ID = 1;
  static final int EMOJI_NAME = 2;
  static final int CREATE_AT = 3;
  static final int DELETE_AT = 4;

  private ReactionRows() {}
}
