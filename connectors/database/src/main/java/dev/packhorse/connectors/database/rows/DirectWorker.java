package dev.packhorse.connectors.database.rows;

import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.schema.TargetVersion;
import java.io.IOException;

/** Makes and keeps the records of direct and group channels. Used by one thread. */
final class DirectWorker extends RecordWorker {
  private static final TargetVersion PARTICIPANTS = new TargetVersion(10, 1);

  private final DirectPartition partition;

  DirectWorker(Workshop shop) {
    super(shop);
    boolean participants = shop.target.version().compareTo(PARTICIPANTS) >= 0;
    partition =
        new DirectPartition(shop.directCodecs, shop.roster, shop.books, shop.notes, participants);
  }

  @Override
  public void partition(int index) throws IOException {
    partition.assemble(
        shop.byDirectChannel.read(index),
        (channel, record) -> {
          encode(record);
          key.clear();
          key(String.join(",", channel.usernames()));
          key(channel.id());
          add(RecordType.DIRECT_CHANNEL);
        });
  }
}
