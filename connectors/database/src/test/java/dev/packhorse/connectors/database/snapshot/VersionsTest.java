package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.connectors.database.testing.TestServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The same promises on further versions; those that are not to be had here are named. */
@Tag("long")
class VersionsTest {

  private static TestServer server(String image) {
    return TestDatabases.version(image).orElseGet(() -> Assumptions.abort("left out: " + image));
  }

  @Nested
  class Postgres12 extends PostgresSnapshotTest {
    @Override
    protected TestServer server() {
      return VersionsTest.server("postgres:12");
    }
  }

  @Nested
  class Postgres13 extends PostgresSnapshotTest {
    @Override
    protected TestServer server() {
      return VersionsTest.server("postgres:13");
    }
  }

  @Nested
  class Postgres14 extends PostgresSnapshotTest {
    @Override
    protected TestServer server() {
      return VersionsTest.server("postgres:14");
    }
  }

  @Nested
  class Postgres15 extends PostgresSnapshotTest {
    @Override
    protected TestServer server() {
      return VersionsTest.server("postgres:15");
    }
  }

  @Nested
  class Postgres16 extends PostgresSnapshotTest {
    @Override
    protected TestServer server() {
      return VersionsTest.server("postgres:16");
    }
  }

  @Nested
  class Postgres17 extends PostgresSnapshotTest {
    @Override
    protected TestServer server() {
      return VersionsTest.server("postgres:17");
    }
  }

  @Nested
  class Mysql57 extends MysqlSnapshots {
    @Override
    protected TestServer server() {
      return VersionsTest.server("mysql:5.7");
    }
  }

  @Nested
  class Mysql80 extends MysqlSnapshots {
    @Override
    protected TestServer server() {
      return VersionsTest.server("mysql:8.0");
    }
  }

  @Nested
  class Mysql84 extends MysqlSnapshots {
    @Override
    protected TestServer server() {
      return VersionsTest.server("mysql:8.4");
    }
  }

  @Nested
  class Mariadb106 extends MariadbSnapshotTest {
    @Override
    protected TestServer server() {
      return VersionsTest.server("mariadb:10.6");
    }
  }

  @Nested
  class Mariadb1011 extends MariadbSnapshotTest {
    @Override
    protected TestServer server() {
      return VersionsTest.server("mariadb:10.11");
    }
  }
}
