package dev.packhorse.connectors.server.testing.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Stands still but for what a test adds, and one millisecond for each look at it. */
public final class TestClock extends Clock {
  /** 2026-01-01T00:00:00Z. */
  public static final long START = 1_767_225_600_000L;

  private final AtomicLong millis = new AtomicLong(START);

  public void advance(Duration by) {
    millis.addAndGet(by.toMillis());
  }

  @Override
  public long millis() {
    return millis.incrementAndGet();
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
