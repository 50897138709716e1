package dev.packhorse.connectors.database.rows;

/** Columns of fileinfo.sql, in its order. */
final class FileRows {
  static final int ID = 0;
  static final int POST_ID = 1;
  static final int CREATE_AT = 3;
  static final int DELETE_AT = 4;
  static final int PATH = 5;

  private FileRows() {}
}
