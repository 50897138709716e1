package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.snapshot.Row;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.schema.TargetVersion;
import java.io.IOException;

/** Makes and keeps the records of accounts. Used by one thread. */
final class UserWorker extends RecordWorker {
  private static final TargetVersion BOT_LINES = new TargetVersion(10, 3);

  private final UserPartition partition;
  private Sidecar.Page page;

  UserWorker(Workshop shop) {
    super(shop);
    UserMaker maker =
        new UserMaker(shop.roster, shop.definitions, stored, shop.books, shop.notes, shop.parts);
    boolean botLines = shop.target.version().compareTo(BOT_LINES) >= 0;
    partition =
        new UserPartition(
            shop.userCodecs,
            shop.roster,
            shop.definitions,
            shop.books,
            shop.notes,
            maker,
            botLines,
            this::toSidecar);
  }

  private boolean toSidecar(Row preference) throws IOException {
    if (!shop.parts.contains(Part.PREFERENCES)) {
      return false;
    }
    if (page == null) {
      page = shop.sidecar.page(Part.PREFERENCES.word(), shop.preferences);
    }
    page.add(preference);
    return true;
  }

  @Override
  public void partition(int index) throws IOException {
    partition.assemble(shop.byUser.read(index), this::account);
  }

  private void account(Person person, BulkRecord record) throws IOException {
    encode(record);
    key.clear();
    key(person.username());
    add(record.recordType());
  }

  @Override
  public void end() throws IOException {
    if (page != null) {
      page.close();
    }
    super.end();
  }
}
