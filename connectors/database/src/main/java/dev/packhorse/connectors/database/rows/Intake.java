package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.shuffle.Bytes;
import dev.packhorse.connectors.database.shuffle.Keys;
import dev.packhorse.connectors.database.shuffle.RowCodec;
import dev.packhorse.connectors.database.snapshot.Query;
import dev.packhorse.connectors.database.snapshot.Row;
import dev.packhorse.connectors.database.snapshot.RowSink;
import dev.packhorse.connectors.database.snapshot.Scan;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Sends each row to where it meets those it belongs to. */
final class Intake {
  private final Workshop shop;

  Intake(Workshop shop) {
    this.shop = shop;
  }

  /** Who and what there is. */
  List<Scan> definitions() {
    return List.of(
        scan("teams", "Teams", scratch -> shop.roster::team),
        scan("channels", "Channels", scratch -> shop.roster::channel),
        scan("schemes", "Schemes", scratch -> shop.definitions::scheme),
        scan("roles", "Roles", scratch -> shop.definitions::role),
        scan("emoji", "Emoji", scratch -> shop.definitions::emoji),
        scan(
            "bots",
            "Bots",
            scratch ->
                row -> {
                  shop.roster.bot(row);
                  shop.definitions.bot(row);
                }),
        scan(
            "users",
            "Users",
            scratch ->
                row -> {
                  shop.roster.user(row);
                  shop.userCodecs
                      .get(UserPartition.USER)
                      .put(row, UserRows.ID, shop.byUser, scratch);
                }));
  }

  /** Who is where; once the definitions are there. */
  List<Scan> members() {
    return List.of(
        scan("channelmembers", "ChannelMembers", scratch -> row -> channelMember(row, scratch)),
        scan(
            "teammembers",
            "TeamMembers",
            scratch ->
                row ->
                    shop.userCodecs
                        .get(UserPartition.TEAM_MEMBER)
                        .put(row, TeamMemberRows.USER_ID, shop.byUser, scratch)));
  }

  private void channelMember(Row row, Bytes scratch) throws IOException {
    String channelId = row.text(ChannelMemberRows.CHANNEL_ID);
    char type = shop.roster.rawType(channelId);
    if (type != 'D' && type != 'G') {
      shop.userCodecs
          .get(UserPartition.CHANNEL_MEMBER)
          .put(row, ChannelMemberRows.USER_ID, shop.byUser, scratch);
      return;
    }
    if (type == 'G') {
      shop.roster.groupMember(channelId, row.text(ChannelMemberRows.USER_ID));
    }
    shop.directCodecs
        .get(DirectPartition.MEMBER)
        .put(row, ChannelMemberRows.CHANNEL_ID, shop.byDirectChannel, scratch);
  }

  /** Everything else; once the members are there. */
  List<Scan> contents() throws IOException {
    shop.roster.arrange();
    shop.definitions.closeBots();
    Bytes entry = new Bytes(64);
    for (ChannelInfo channel : shop.roster.channels()) {
      if (channel.direct()) {
        byte[] id = Keys.of(channel.id());
        entry.clear();
        entry.write(DirectPartition.CHANNEL);
        entry.write(id, 0, id.length);
        shop.byDirectChannel.put(
            shop.byDirectChannel.of(id, 0, id.length), entry.array(), 0, entry.size());
      }
    }
    return List.of(
        scan("posts", "Posts", scratch -> row -> post(row, scratch)),
        scan(
            "reactions",
            "Reactions",
            scratch ->
                row ->
                    shop.threadCodecs
                        .get(ThreadPartition.REACTION)
                        .put(row, ReactionRows.POST_ID, shop.byPost, scratch)),
        scan("fileinfo", "FileInfo", scratch -> row -> file(row, scratch)),
        scan(
            "threadmemberships",
            "ThreadMemberships",
            scratch ->
                row ->
                    shop.threadCodecs
                        .get(ThreadPartition.FOLLOWER)
                        .put(row, FollowerRows.POST_ID, shop.byThread, scratch)),
        scan("preferences", "Preferences", scratch -> row -> preference(row, scratch)));
  }

  private void post(Row row, Bytes scratch) throws IOException {
    RowCodec codec = shop.threadCodecs.get(ThreadPartition.POST);
    boolean byRoot = row.length(PostRows.ROOT_ID) > 0;
    if (!byRoot && row.length(PostRows.PARENT_ID) == 0) {
      codec.put(row, PostRows.ID, shop.byThread, scratch);
      return;
    }
    int root = byRoot ? PostRows.ROOT_ID : PostRows.PARENT_ID;
    codec.put(row, root, shop.byThread, scratch);
    scratch.clear();
    scratch.write(Workshop.ROOT_OF);
    scratch.varint(row.length(PostRows.ID));
    scratch.write(row.buffer(PostRows.ID), row.start(PostRows.ID), row.length(PostRows.ID));
    scratch.write(row.buffer(root), row.start(root), row.length(root));
    int partition =
        shop.byPost.of(row.buffer(PostRows.ID), row.start(PostRows.ID), row.length(PostRows.ID));
    shop.byPost.put(partition, scratch.array(), 0, scratch.size());
  }

  private void file(Row row, Bytes scratch) throws IOException {
    if (row.length(FileRows.POST_ID) == 0) {
      shop.books
          .table("FileInfo")
          .left(row.number(FileRows.DELETE_AT) > 0 ? Reasons.DELETED : Reasons.NEVER_POSTED);
    } else {
      shop.threadCodecs.get(ThreadPartition.FILE).put(row, FileRows.POST_ID, shop.byPost, scratch);
    }
  }

  private void preference(Row row, Bytes scratch) throws IOException {
    switch (row.text(PreferenceRows.CATEGORY)) {
      case "flagged_post" ->
          shop.threadCodecs
              .get(ThreadPartition.SAVED)
              .put(row, PreferenceRows.NAME, shop.byPost, scratch);
      case "direct_channel_show", "group_channel_show" -> shown(row, scratch);
      case "favorite_channel" -> {
        ChannelInfo channel = shop.roster.channel(row.text(PreferenceRows.NAME));
        if (channel != null && channel.direct()) {
          shop.directCodecs
              .get(DirectPartition.FAVORITE)
              .put(row, PreferenceRows.NAME, shop.byDirectChannel, scratch);
        } else {
          shop.userCodecs
              .get(UserPartition.PREFERENCE)
              .put(row, PreferenceRows.USER_ID, shop.byUser, scratch);
        }
      }
      default ->
          shop.userCodecs
              .get(UserPartition.PREFERENCE)
              .put(row, PreferenceRows.USER_ID, shop.byUser, scratch);
    }
  }

  private void shown(Row row, Bytes scratch) throws IOException {
    ChannelInfo channel =
        shop.roster.shown(
            row.text(PreferenceRows.CATEGORY),
            row.text(PreferenceRows.USER_ID),
            row.text(PreferenceRows.NAME));
    if (channel == null) {
      shop.books.table("Preferences").left(Reasons.CHANNEL_MISSING);
      return;
    }
    byte[] id = Keys.of(channel.id());
    shop.directCodecs
        .get(DirectPartition.SHOWN)
        .put(row, id, 0, id.length, shop.byDirectChannel, scratch);
  }

  /** One scan whose rows are counted. */
  private Scan scan(String query, String table, Function<Bytes, RowSink> sink) {
    Books.Table book = shop.books.table(table);
    return new Scan(
        Query.load(query),
        () -> {
          RowSink to = sink.apply(new Bytes(1024));
          return row -> {
            book.read();
            to.row(row);
          };
        });
  }
}
