package dev.packhorse.connectors.database.rows;

/** Columns of posts.sql, in its order. */
final class PostRows {
  static final int ID = 0;
  static final int CREATE_AT = 1;
  static final int UPDATE_AT = 2;
  static final int DELETE_AT = 3;
  static final int EDIT_AT = 4;
  static final int IS_PINNED = 5;
  static final int USER_ID = 7;
  static final int CHANNEL_ID = 8;
  static final int ROOT_ID = 9;
  static final int PARENT_ID = 10;
  static final int ORIGINAL_ID = 11;
  static final int TYPE = 12;
  static final int MESSAGE = 13;
  static final int PROPS = 14;
  static final int FILENAMES = 15;
  static final int FILE_IDS = 16;

  private PostRows() {}
}
