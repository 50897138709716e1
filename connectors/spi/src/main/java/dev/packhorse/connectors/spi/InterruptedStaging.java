package dev.packhorse.connectors.spi;

import java.io.IOException;

/** Staging was asked to stop and did; it begins anew when asked again. */
public final class InterruptedStaging extends IOException {
  private static final long serialVersionUID = 1L;

  public InterruptedStaging() {
    super("stopped while reading the source");
  }
}
