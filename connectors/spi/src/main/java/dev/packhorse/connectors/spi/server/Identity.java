package dev.packhorse.connectors.spi.server;

/**
 * Who one is on a server.
 *
 * @param server as the user calls it
 * @param version such as {@code 11.6.0}
 * @param licensed whether the server has a licence
 * @param username of the account; null where everybody who gets in may do everything
 * @param administrator whether it may do everything
 * @param how {@code token}, {@code password} or {@code socket}
 */
public record Identity(
    String server,
    String version,
    boolean licensed,
    String username,
    boolean administrator,
    String how) {}
