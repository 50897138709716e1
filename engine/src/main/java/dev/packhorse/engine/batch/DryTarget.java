package dev.packhorse.engine.batch;

import dev.packhorse.connectors.spi.Connector;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.connectors.spi.Target;
import dev.packhorse.connectors.spi.TargetOptions;
import java.util.Optional;

/** Takes the place of a target's connector in a dry run, whether a target was named or not. */
public final class DryTarget implements Connector {
  /** What stands for the address of a target that was not named. */
  public static final String UNNAMED = "(no target)";

  @Override
  public String name() {
    return "dry run";
  }

  @Override
  public boolean handles(String address) {
    return true;
  }

  @Override
  public String canonical(String address) {
    return address;
  }

  @Override
  public Source source(String address, SourceOptions options) {
    throw new UnsupportedOperationException("nothing is kept that could be read");
  }

  @Override
  public Optional<String> refusal(String address, boolean replace) {
    return Optional.empty();
  }

  @Override
  public Target target(String address, TargetOptions options, String mark) {
    return new DiscardingTarget(address);
  }

  @Override
  public void discard(String address) {
    // Nothing is ever kept.
  }
}
