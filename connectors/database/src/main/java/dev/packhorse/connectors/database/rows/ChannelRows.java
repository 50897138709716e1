package dev.packhorse.connectors.database.rows;

/** Columns of channels.sql, in its order. */
final class ChannelRows {
  static final int ID = 0;
  static final int TEAM_ID = 1;
  static final int TYPE = 2;
  static final int NAME = 3;
  static final int DISPLAY_NAME = 4;
  static final int HEADER = 5;
  static final int PURPOSE = 6;
  static final int SCHEME_ID = 7;
  static final int DELETE_AT = 8;

  private ChannelRows() {}
}
