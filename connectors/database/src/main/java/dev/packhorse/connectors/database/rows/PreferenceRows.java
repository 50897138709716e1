package dev.packhorse.connectors.database.rows;

/** Columns of preferences.sql, in its order. */
final class PreferenceRows {
  static final int USER_ID = 0;
  static final int CATEGORY = 1;
  static final int NAME = 2;
  static final int VALUE = 3;

  private PreferenceRows() {}
}
