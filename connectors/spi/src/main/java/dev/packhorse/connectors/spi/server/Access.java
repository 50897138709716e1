package dev.packhorse.connectors.spi.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How to get at a server.
 *
 * @param token asked for a token that the user gave for this command; gives null if there is none,
 *     and then a stored login is used
 * @param logins folder of stored logins; need not exist
 * @param authorities PEM file of certificates that are believed besides the usual ones, or null
 * @param environment where proxies are looked up
 * @param stopped whether the user has had enough; asked while waiting
 */
public record Access(
    Supplier<String> token,
    Path logins,
    Path authorities,
    Map<String, String> environment,
    BooleanSupplier stopped) {

  /** The same, given up when somebody else says so. */
  public Access until(BooleanSupplier enough) {
    return new Access(token, logins, authorities, environment, enough);
  }
}
