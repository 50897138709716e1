package dev.packhorse.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.spi.Account;
import dev.packhorse.formats.model.RecordType;
import java.util.List;
import java.util.Map;
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
    List<Account> settled = RowAccounts.settled(List.of(POSTS), balance(9, 6, 4));
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
}
