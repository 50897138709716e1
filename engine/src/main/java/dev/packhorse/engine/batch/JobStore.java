package dev.packhorse.engine.batch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.packhorse.engine.run.PrivateFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Spring Batch's job repository on an SQLite file in the state folder (decision D1). */
public final class JobStore implements Closeable {
  private static final String FILE = "jobs.db";
  private static final String SCHEMA = "org/springframework/batch/core/schema-sqlite.sql";

  private static final int BUSY_TRIES = 100;
  private static final long BUSY_MILLIS = 100;

  private final HikariDataSource connections;
  private final JdbcTransactionManager transactions;
  private final JobRepository repository;

  private JobStore(HikariDataSource connections) throws Exception {
    this.connections = connections;
    this.transactions = new JdbcTransactionManager(connections);
    createSchema();
    JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
    factory.setDataSource(connections);
    factory.setTransactionManager(transactions);
    factory.afterPropertiesSet();
    this.repository = factory.getObject();
  }

  /**
   * Opens the store, making it if there is none.
   *
   * @throws IOException if the folder can't be made or the file is no job store
   */
  public static JobStore open(Path stateFolder) throws IOException {
    PrivateFiles.createFolders(stateFolder);
    HikariConfig config = new HikariConfig();
    // WAL keeps every committed checkpoint across a kill; IMMEDIATE keeps two connections from
    // waiting for each other in a circle.
    config.setJdbcUrl(
        "jdbc:sqlite:"
            + stateFolder.resolve(FILE).toAbsolutePath()
            + "?journal_mode=WAL&synchronous=NORMAL&transaction_mode=IMMEDIATE"
            + "&busy_timeout=60000");
    config.setMaximumPoolSize(2);
    config.setMinimumIdle(1);
    config.setPoolName("jobs");
    HikariDataSource connections = null;
    try {
      connections = connect(config);
      return new JobStore(connections);
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      if (connections != null) {
        connections.close();
      }
      throw new IOException("the job store in " + stateFolder + " can't be used", e);
    }
  }

  /** The first who open a new file switch it to WAL, and SQLite's own time-out is not for that. */
  private static HikariDataSource connect(HikariConfig config) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        return new HikariDataSource(config);
      } catch (PoolInitializationException e) {
        boolean busy = String.valueOf(e.getMessage()).contains("SQLITE_BUSY");
        if (!busy || tries == BUSY_TRIES) {
          throw e;
        }
        Thread.sleep(BUSY_MILLIS);
      }
    }
  }

  /** Whether a state folder has a store; looking must not make one. */
  public static boolean exists(Path stateFolder) {
    return Files.exists(stateFolder.resolve(FILE));
  }

  /** In one transaction: a store that a kill left with half its tables could never be used. */
  private void createSchema() throws SQLException {
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      if (!hasSchema(connection)) {
        new ResourceDatabasePopulator(new ClassPathResource(SCHEMA)).populate(connection);
      }
      connection.commit();
    }
  }

  private static boolean hasSchema(Connection connection) throws SQLException {
    try (ResultSet table =
        connection.getMetaData().getTables(null, null, "BATCH_JOB_INSTANCE", null)) {
      return table.next();
    }
  }

  JobRepository repository() {
    return repository;
  }

  PlatformTransactionManager transactions() {
    return transactions;
  }

  /** Starts jobs in the caller's thread. */
  TaskExecutorJobOperator operator() throws Exception {
    TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
    operator.setJobRepository(repository);
    operator.setJobRegistry(new MapJobRegistry());
    operator.setTaskExecutor(new SyncTaskExecutor());
    operator.afterPropertiesSet();
    return operator;
  }

  @Override
  public void close() {
    connections.close();
  }
}
