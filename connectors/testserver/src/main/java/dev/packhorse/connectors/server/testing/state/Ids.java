package dev.packhorse.connectors.server.testing.state;

import java.util.Random;

/** Ids as Mattermost makes them, but the same ones at each run. */
final class Ids {
  private static final String ALPHABET = "ybndrfg8ejkmcpqxot1uwisza345h769";

  private final Random random = new Random(26);

  synchronized String next() {
    StringBuilder id = new StringBuilder(26);
    for (int i = 0; i < 26; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
