package dev.packhorse.connectors.database.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PgBouncer 1.18 was heard to say when an export came through it, each time as 08P01. */
class PgBouncerTest {
  private final DatabaseAddress address =
      DatabaseAddress.parse("postgres://reader@localhost:6432/mattermost");

  @ParameterizedTest
  @CsvSource({
    "FATAL: password authentication failed, LOGIN",
    "FATAL: SASL authentication failed, LOGIN",
    "FATAL: no such database: mattermost, NOT_FOUND",
    "FATAL: no more connections allowed (max_client_conn), TOO_MANY_CONNECTIONS",
    "FATAL: query_wait_timeout, TOO_MANY_CONNECTIONS",
    "FATAL: SSL required, TLS_DEMANDED",
    "FATAL: transaction blocks not allowed in statement pooling mode, POOLER",
    "FATAL: unsupported startup parameter: search_path, POOLER",
    "FATAL: something of a newer version, NOT_REACHABLE"
  })
  void whatItSaysIsToldAsWhatItIs(String said, DatabaseProblem meaning) {
    assertThat(new Refusals(address).connecting(new SQLException(said, "08P01")).problem().code())
        .isEqualTo(meaning);
  }
}
