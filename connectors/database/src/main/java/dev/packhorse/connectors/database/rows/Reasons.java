package dev.packhorse.connectors.database.rows;

/**
 * Why rows are left out or lost, in the words of the balance sheet. Where an option brings them, or
 * kept them out, it is named.
 */
final class Reasons {
  static final String DELETED = "deleted";
  static final String EARLIER_TEXT = "earlier text of an edited post";
  static final String TAKEN_BACK = "taken back";
  static final String LEFT_TEAM = "no longer a member";
  static final String TEAM_ARCHIVED = "team is archived (--include archived-teams)";
  static final String TEAM_MISSING = "team does not exist";
  static final String CHANNEL_ARCHIVED = "channel is archived (--exclude archived-channels)";
  static final String CHANNEL_MISSING = "channel does not exist";
  static final String CHANNEL_TYPE = "channel of a type the format does not have";
  static final String POST_MISSING = "post does not exist";
  static final String POST_LEFT = "of a post that is left out";
  static final String USER_MISSING = "user does not exist";
  static final String SYSTEM_MESSAGE = "system message (--exclude system-messages)";
  static final String BOT = "of a bot, for which the format has no place";
  static final String NO_PLACE = "the format has no place for it";
  static final String NOT_ATTACHED = "no longer attached to its post";
  static final String NEVER_POSTED = "uploaded but never posted";
  static final String FILE_MISSING = "file missing in the store";
  static final String FILE_UNREADABLE = "file can't be read";
  static final String NO_ROW = "FileInfo has no such row";
  static final String NO_STORE = "no file store was named (--files)";
  static final String NO_PICTURE = "not a picture that can be decoded";
  static final String FILE_UNSAFE = "path leads out of the store";
  static final String VALUE = "value no server imports";
  static final String ROLES_EXCLUDED = "not wanted (--exclude roles)";
  static final String ROLES_UNKNOWN = "the target has no lines for roles (--target-version)";
  static final String SCHEMES_EXCLUDED = "not wanted (--exclude schemes)";
  static final String PICTURES_EXCLUDED = "not wanted (--exclude profile-pictures)";
  static final String OTHER_PREFERENCE = "the format has no place for it (--include preferences)";
  static final String REPEATED = "repeated";

  private Reasons() {}
}
