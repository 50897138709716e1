package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.connectors.spi.InterruptedStaging;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Works off parts of tables, the largest first, with one thread for each connection. The caller's
 * thread looks after them: it hears the wish to stop even while a connection waits for rows.
 */
final class Reading {
  /** Between two looks at whether to stop. */
  private static final long LOOK_MILLIS = 50;

  /** What breaking off in order may take before connections are cut. */
  private static final long PATIENCE_MILLIS = 500;

  private final List<Lane> lanes;
  private final Pace pace;
  private final Snapshot.ReadWatch watch;
  private final Deque<Part> parts;
  private final CountDownLatch atWork;
  private volatile boolean stopping;
  private Throwable failure;
  private Part failed;

  /**
   * @param bytes roughly
   */
  record Part(Scan scan, String sql, long bytes) {}

  Reading(List<Lane> lanes, List<Part> parts, Pace pace, Snapshot.ReadWatch watch) {
    this.lanes = lanes.subList(0, Math.min(lanes.size(), Math.max(1, parts.size())));
    this.parts = new ArrayDeque<>(parts);
    this.pace = pace;
    this.watch = watch;
    this.atWork = new CountDownLatch(this.lanes.size());
  }

  /** Largest first, so that no thread begins a long part when the others are done. */
  static List<Part> sorted(List<Part> parts) {
    return parts.stream().sorted(Comparator.comparingLong(Part::bytes).reversed()).toList();
  }

  /** A failure of the database, and the part that was read. */
  static final class Failure extends Exception {
    private static final long serialVersionUID = 1L;
    final transient Part part;
    final SQLException said;

    Failure(Part part, SQLException said) {
      super(said);
      this.part = part;
      this.said = said;
    }
  }

  /**
   * @throws InterruptedStaging if the watch said so
   * @throws Failure if the database said no
   * @throws IOException if a sink did
   */
  void run() throws IOException, Failure {
    for (int i = 0; i < lanes.size(); i++) {
      Lane lane = lanes.get(i);
      Thread thread = new Thread(() -> work(lane), "packhorse-read-" + (i + 1));
      thread.setDaemon(true);
      thread.start();
    }
    boolean asked = false;
    try {
      while (!atWork.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        asked |= watch.stopped();
        if (asked || stopping) {
          breakOff();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      lanes.forEach(lane -> Lane.abort(lane.connection()));
      throw new InterruptedStaging();
    }
    if (asked) {
      throw new InterruptedStaging();
    }
    rethrow();
  }

  private void work(Lane lane) {
    try {
      for (Part part = next(); part != null; part = next()) {
        read(lane, part);
      }
    } finally {
      atWork.countDown();
    }
  }

  private synchronized Part next() {
    return stopping ? null : parts.poll();
  }

  private void read(Lane lane, Part part) {
    try {
      Gate gate =
          new Gate(part.scan().sinks().get(), pace, watch, () -> stopping || watch.stopped());
      lane.read(part.sql(), part.scan().query().columns(), gate);
      gate.end();
    } catch (Exception | Error e) {
      fail(part, e);
    }
  }

  /** The first failure is the cause; what comes after is its echo. */
  private synchronized void fail(Part part, Throwable e) {
    if (failure == null) {
      failure = e;
      failed = part;
    }
    stopping = true;
  }

  /** Asks the server to end the statements, and does not wait long for that. */
  private void breakOff() throws InterruptedException {
    stopping = true;
    Thread asking = new Thread(() -> lanes.forEach(Lane::cancel), "packhorse-cancel");
    asking.setDaemon(true);
    asking.start();
    if (!atWork.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
      lanes.forEach(lane -> Lane.abort(lane.connection()));
      atWork.await();
    }
  }

  private synchronized void rethrow() throws IOException, Failure {
    if (failure instanceof SQLException said) {
      throw new Failure(failed, said);
    }
    if (failure instanceof IOException io) {
      throw io;
    }
    if (failure instanceof RuntimeException defect) {
      throw defect;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }
}
