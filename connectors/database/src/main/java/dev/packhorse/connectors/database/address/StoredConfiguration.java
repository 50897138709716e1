package dev.packhorse.connectors.database.address;

import java.io.IOException;

/** Reads the configuration of a server that keeps it in its database. */
@FunctionalInterface
public interface StoredConfiguration {
  /**
   * The value of the one active row of the table {@code Configurations}.
   *
   * @return a JSON document, or null if there is no such row or table
   * @throws dev.packhorse.formats.problem.ProblemException if the database can't be read
   */
  String active(DatabaseAddress database) throws IOException;
}
