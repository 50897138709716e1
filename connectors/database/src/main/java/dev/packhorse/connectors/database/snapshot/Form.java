package dev.packhorse.connectors.database.snapshot;

/** What the values of a column are, whatever the engine calls its type. */
public enum Form {
  NUMBER,
  /** Also MySQL's {@code tinyint(1)}. */
  BOOLEAN,
  TEXT,
  /** A type of its own; JSON in a text column is {@link #TEXT}. */
  JSON,
  BINARY,
  /** Times, arrays and whatever else a plugin may use. */
  OTHER
}
