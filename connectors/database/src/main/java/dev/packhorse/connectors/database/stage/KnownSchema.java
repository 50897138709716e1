package dev.packhorse.connectors.database.stage;

import dev.packhorse.connectors.database.snapshot.Catalogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the tables of servers that we know have. */
final class KnownSchema {
  private static final String RESOURCE = "/dev/packhorse/connectors/database/known-columns.txt";

  private final Map<String, Set<String>> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  KnownSchema() {
    try (InputStream in = KnownSchema.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 0 && !line.startsWith("#")) {
          Set<String> columns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
          columns.addAll(List.of(line.substring(colon + 1).strip().split(" ")));
          tables.put(line.substring(0, colon), columns);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tables of plugins, of newer servers, of anybody. */
  List<String> unknownTables(Catalogue catalogue) {
    return catalogue.tables().stream().filter(table -> !tables.containsKey(table)).toList();
  }

  /** Columns of known tables, as {@code Table.Column}. */
  List<String> unknownColumns(Catalogue catalogue) {
    List<String> unknown = new ArrayList<>();
    for (String table : catalogue.tables()) {
      Set<String> known = tables.get(table);
      if (known != null && !known.contains("")) {
        catalogue.columns(table).stream()
            .map(Catalogue.Column::name)
            .filter(column -> !known.contains(column))
            .forEach(column -> unknown.add(table + "." + column));
      }
    }
    return unknown;
  }
}
