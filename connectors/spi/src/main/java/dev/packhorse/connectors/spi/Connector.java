package dev.packhorse.connectors.spi;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** One kind of outside system. Has a public constructor without parameters. */
public interface Connector {

  /** The word for reports and the job list, such as {@code archive}. */
  String name();

  /** Whether an address, as the user typed it, is of this kind. Looks at the text only. */
  boolean handles(String address);

  /**
   * The address in the form that names the same thing from everywhere, such as an absolute path;
   * jobs are told apart by it. Holds no secret.
   */
  String canonical(String address);

  /**
   * Whether sources of this kind are systems at work, which hold what their own settings allow, so
   * that nobody asks them to keep within the defaults of another.
   */
  default boolean live() {
    return false;
  }

  /**
   * Opens a source.
   *
   * @throws dev.packhorse.formats.problem.ProblemException if it is not there, can't be read, or is
   *     damaged
   * @throws IOException if the disk or connection fails
   */
  Source source(String address, SourceOptions options) throws IOException;

  /**
   * Why a target can't be written at this address, as far as can be told without touching it; empty
   * if it can.
   *
   * @param replace whether something that lies there may be replaced
   */
  Optional<String> refusal(String address, boolean replace) throws IOException;

  /** Bytes that a target at this address can grow by, as far as anybody knows. */
  default OptionalLong room(String address) throws IOException {
    return OptionalLong.empty();
  }

  /**
   * Opens a target.
   *
   * @param mark what it held at the last checkpoint of this run; null to begin anew. What was
   *     written after the mark is taken back
   * @throws dev.packhorse.formats.problem.ProblemException if it holds less than the mark says
   * @throws IOException if it can't be written
   */
  Target target(String address, TargetOptions options, String mark) throws IOException;

  /** Removes what an unfinished run left at the address; never anything that was finished. */
  void discard(String address) throws IOException;
}
