package dev.packhorse.connectors.database.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads with a snapshot what a test wants to look at. */
final class Reads {
  static final Snapshot.ReadWatch UNWATCHED =
      new Snapshot.ReadWatch() {
        @Override
        public void rows(long more) {}

        @Override
        public boolean stopped() {
          return false;
        }
      };

  private Reads() {}

  /** All rows, in the order of their values. */
  static List<List<String>> rows(Snapshot snapshot, Query query) throws IOException {
    List<List<String>> rows = Collections.synchronizedList(new ArrayList<>());
    snapshot.read(List.of(new Scan(query, () -> row -> rows.add(values(query, row)))), UNWATCHED);
    return sorted(rows);
  }

  static List<List<String>> sorted(List<List<String>> rows) {
    return rows.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
  }

  private static List<String> values(Query query, Row row) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < query.columns().size(); i++) {
      boolean number = query.columns().get(i).kind() == Query.Kind.NUMBER;
      values.add(row.isNull(i) ? null : number ? Long.toString(row.number(i)) : row.text(i));
    }
    return values;
  }

  /** All columns of a table. */
  static Query whole(Snapshot snapshot, String table) {
    return Query.wholeTable(
        table, snapshot.catalogue().columns(table).stream().map(Catalogue.Column::name).toList());
  }
}
