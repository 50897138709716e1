package dev.packhorse.engine.report;

import dev.packhorse.connectors.spi.Account;
import dev.packhorse.connectors.spi.PartCount;
import dev.packhorse.engine.run.BalanceSheet;
import java.util.List;
import java.util.Map;

/**
 * How a run ended.
 *
 * @param verdict one sentence
 * @param writing whether the run was to write a target, so that the balance sheet closes
 * @param accounts what became of the rows of a source that is no file of records
 * @param channels what became of its messages, by channel, if somebody wants to know
 * @param parts how much each part of the source is, in a dry run
 * @param rejectFile where refused records lie; null if there are none
 * @param lost what the target can't hold, by reason
 */
public record Summary(
    String verdict,
    boolean writing,
    BalanceSheet balance,
    Map<String, Long> problems,
    long errors,
    long warnings,
    long infos,
    Map<String, Long> lost,
    List<Account> accounts,
    List<Account> channels,
    List<PartCount> parts,
    String rejectFile,
    String target,
    double seconds,
    long bytesRead,
    long bytesWritten,
    int exitCode) {

  public List<BalanceSheet.Row> rows() {
    return balance.rows();
  }
}
