package dev.packhorse.formats.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All problem pages, read from the jar when first asked for. */
public final class Catalogue {
  private static final String FOLDER = "/dev/packhorse/problems/";
  private static final Map<String, ProblemPage> PAGES = new ConcurrentHashMap<>();

  private Catalogue() {}

  /**
   * The page of a code that this program raises.
   *
   * @throws IllegalStateException if there is none, which is a defect of ours: a test goes through
   *     all codes
   */
  public static ProblemPage page(String code) {
    return find(code).orElseThrow(() -> new IllegalStateException("no problem page for " + code));
  }

  /** The page of a code somebody typed, if there is one. */
  public static Optional<ProblemPage> find(String code) {
    ProblemPage known = PAGES.get(code);
    if (known != null) {
      return Optional.of(known);
    }
    if (!code.matches("[a-z0-9.-]+")) {
      return Optional.empty();
    }
    try (InputStream in = Catalogue.class.getResourceAsStream(FOLDER + code + ".md")) {
      if (in == null) {
        return Optional.empty();
      }
      ProblemPage page = ProblemPage.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      PAGES.put(code, page);
      return Optional.of(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
