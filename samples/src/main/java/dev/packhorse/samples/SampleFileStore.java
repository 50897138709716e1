package dev.packhorse.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The files that the rows of a generated database tell of: small pictures and texts. */
public final class SampleFileStore {
  private static final String PATHS =
      "SELECT id, path FROM fileinfo"
          + " UNION ALL SELECT '', 'emoji/' || id || '/image' FROM emoji"
          + " UNION ALL SELECT '', 'users/' || id || '/profile.png' FROM users"
          + " WHERE lastpictureupdate > 0";

  private SampleFileStore() {}

  /**
   * Writes them below a folder, and their true sizes into the database.
   *
   * @return how many
   */
  public static long write(Connection connection, Path folder) throws IOException, SQLException {
    long count = 0;
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(PATHS);
        PreparedStatement size =
            connection.prepareStatement("UPDATE fileinfo SET size = ? WHERE id = ?")) {
      while (rows.next()) {
        byte[] contents = Media.contents(rows.getString(2));
        Path file = folder.resolve(rows.getString(2));
        Files.createDirectories(file.getParent());
        Files.write(file, contents);
        size.setLong(1, contents.length);
        size.setString(2, rows.getString(1));
        size.addBatch();
        count++;
      }
      size.executeBatch();
    }
    return count;
  }
}
