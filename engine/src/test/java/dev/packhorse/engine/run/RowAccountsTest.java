package dev.packhorse.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.spi.Account;
import dev.packhorse.formats.jsonl.LineBlockReader;
import dev.packhorse.formats.jsonl.LineParser;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.RecordType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class RowAccountsTest {
  private static final Account POSTS =
      new Account("Posts", 20, Map.of("posts", 9L, "replies", 6L), Map.of("deleted", 5L), Map.of());

  private static BalanceSheet balance(long posts, long replies, long refusedReplies) {
    BalanceSheet balance = new BalanceSheet();
    balance.add(RecordType.POST, BalanceSheet.Column.READ, counts(posts, replies));
    balance.add(RecordType.POST, BalanceSheet.Column.REFUSED, counts(1, refusedReplies));
    return balance;
  }

  private static long[] counts(long records, long replies) {
    long[] counts = new long[Kind.values().length];
    counts[Kind.RECORDS.ordinal()] = records;
    counts[Kind.REPLIES.ordinal()] = replies;
    return counts;
  }

  @Test
  void rowsOfRefusedRecordsAreLostAndNotWritten() {
    List<Account> settled = RowAccounts.settled(List.of(POSTS), balance(9, 6, 4), new Refusals());
    assertThat(settled.get(0).written()).isEqualTo(Map.of("posts", 8L, "replies", 2L));
    assertThat(settled.get(0).lost()).isEqualTo(Map.of(RowAccounts.REFUSED, 5L));
    assertThat(settled.get(0).unexplained()).isZero();
  }

  @Test
  void booksThatSayTheSameHaveNoDifference() {
    assertThat(RowAccounts.differences(List.of(POSTS), balance(9, 6, 4))).isEmpty();
  }

  @Test
  void aRowThatBecameNoPartOfARecordIsFound() {
    assertThat(RowAccounts.differences(List.of(POSTS), balance(9, 5, 0)))
        .containsExactly("replies: 6 rows, 5 in the records");
  }

  private static Refusals refused(BulkRecord... records) throws IOException {
    Refusals refusals = new Refusals();
    for (BulkRecord record : records) {
      refusals.add(record);
    }
    Properties kept = new Properties();
    refusals.save(kept);
    Refusals later = new Refusals();
    later.load(kept);
    return later;
  }

  private static BulkRecord record(String line) throws IOException {
    List<BulkRecord> found = new ArrayList<>();
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    try (LineBlockReader reader =
        new LineBlockReader(new ByteArrayInputStream(bytes), "import.jsonl", 1, 0)) {
      new LineParser(false).parse(reader.next(), parsed -> found.add(parsed.record()));
    }
    return found.get(0);
  }

  @Test
  void aRefusedMessageIsLostInItsChannelToo() throws IOException {
    Refusals refusals =
        refused(
            record(
                "{\"type\":\"post\",\"post\":{\"team\":\"crew\",\"channel\":\"harbour\","
                    + "\"message\":\"a\",\"replies\":[{\"message\":\"b\"}]}}"),
            record("{\"type\":\"direct_post\",\"direct_post\":{\"message\":\"c\"}}"));
    Account harbour =
        new Account("crew/harbour", 5, Map.of("posts", 3L, "replies", 2L), Map.of(), Map.of());
    Account direct =
        new Account(Account.DIRECT_CHANNELS, 1, Map.of("direct posts", 1L), Map.of(), Map.of());
    Account other = new Account("crew/deck", 2, Map.of("posts", 2L), Map.of(), Map.of());
    assertThat(RowAccounts.settledByChannel(List.of(harbour, direct, other), refusals))
        .containsExactly(
            new Account(
                "crew/harbour",
                5,
                Map.of("posts", 2L, "replies", 1L),
                Map.of(),
                Map.of(RowAccounts.REFUSED, 2L)),
            new Account(
                Account.DIRECT_CHANNELS, 1, Map.of(), Map.of(), Map.of(RowAccounts.REFUSED, 1L)),
            other);
  }

  @Test
  void thePictureOfARefusedUserIsLostAndOneThatWasNotCopiedLikewise() throws IOException {
    Account pictures =
        new Account("Pictures of Users", 4, Map.of("profile pictures", 4L), Map.of(), Map.of());
    Refusals refusals =
        refused(
            record("{\"type\":\"user\",\"user\":{\"profile_image\":\"a.png\"}}"),
            record("{\"type\":\"bot\",\"bot\":{\"username\":\"b\"}}"));
    List<Account> settled = RowAccounts.settled(List.of(pictures), new BalanceSheet(), refusals);
    assertThat(RowAccounts.withoutFiles(settled, Map.of("profile pictures", 2L)))
        .containsExactly(
            new Account(
                "Pictures of Users",
                4,
                Map.of("profile pictures", 1L),
                Map.of(),
                Map.of(RowAccounts.REFUSED, 1L, RowAccounts.UNCOPIED, 2L)));
  }
}
