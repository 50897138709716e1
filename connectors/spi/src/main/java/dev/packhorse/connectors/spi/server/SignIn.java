package dev.packhorse.connectors.spi.server;

import java.util.function.Supplier;

/**
 * What a login needs that is not there yet; each is asked for when the server wants it, and once.
 *
 * @param user name or address of the account
 * @param password gives null if nobody can be asked
 * @param code current code of the second factor; gives null if nobody can be asked
 */
public record SignIn(String user, Supplier<String> password, Supplier<String> code) {}
