package dev.packhorse.connectors.database.rows;

/** Columns of users.sql, in its order. */
final class UserRows {
  static final int ID = 0;
  static final int USERNAME = 1;
  static final int EMAIL = 2;
  static final int AUTH_SERVICE = 3;
  static final int AUTH_DATA = 4;
  static final int NICKNAME = 5;
  static final int FIRST_NAME = 6;
  static final int LAST_NAME = 7;
  static final int POSITION = 8;
  static final int ROLES = 9;
  static final int LOCALE = 10;
  static final int DELETE_AT = 11;
  static final int PROPS = 12;
  static final int NOTIFY_PROPS = 13;
  static final int LAST_PICTURE_UPDATE = 14;

  private UserRows() {}
}
