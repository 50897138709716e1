package dev.packhorse.formats.model;

/**
 * The line types of a bulk file, in the order of writing that always works: whatever a line refers
 * to has been written before it (bulk-format reference 1.3).
 */
public enum RecordType {
  VERSION("version"),
  ROLE("role"),
  SCHEME("scheme"),
  EMOJI("emoji"),
  TEAM("team"),
  CHANNEL("channel"),
  USER("user"),
  BOT("bot"),
  POST("post"),
  DIRECT_CHANNEL("direct_channel"),
  DIRECT_POST("direct_post");

  private final String word;

  RecordType(String word) {
    this.word = word;
  }

  /** The value of {@code type}, and the name of the member that holds the payload. */
  public String word() {
    return word;
  }

  /** The type of that exact name, or null. */
  public static RecordType of(String word) {
    for (RecordType type : VALUES) {
      if (type.word.equals(word)) {
        return type;
      }
    }
    return null;
  }

  private static final RecordType[] VALUES = values();
}
