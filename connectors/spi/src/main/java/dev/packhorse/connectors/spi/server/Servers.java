package dev.packhorse.connectors.spi.server;

import java.io.IOException;
import java.util.Optional;

/** One kind of server. Has a public constructor without parameters. */
public interface Servers {
  /** Whether an address, as the user typed it, is of this kind. Looks at the text only. */
  boolean handles(String address);

  /**
   * Signs in with a name and a password, and stores the login.
   *
   * @throws dev.packhorse.formats.problem.ProblemException if the server refuses. It is not asked
   *     again: too many refusals lock an account
   */
  Identity login(String address, Access access, SignIn how) throws IOException;

  /** Stores the token that {@code access} gives, once the server has taken it. */
  Identity login(String address, Access access) throws IOException;

  /**
   * Ends a stored login, on the server too if it was one of name and password, and forgets it.
   *
   * @return whose it was; empty if there was none
   */
  Optional<String> logout(String address, Access access) throws IOException;

  /** Who one is there now. */
  Identity identity(String address, Access access) throws IOException;
}
