package dev.packhorse.engine.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Walks over all tokens of a file and looks at none: as fast as the parser can go. */
public final class TokenWalk {
  private TokenWalk() {}

  public static void main(String[] args) throws IOException {
    long tokens = 0;
    try (InputStream in = Files.newInputStream(Path.of(args[0]));
        JsonParser json = new JsonFactory().createParser(in)) {
      while (json.nextToken() != null) {
        tokens++;
      }
    }
    System.out.println(tokens + " tokens");
  }
}
