package dev.packhorse.connectors.store;

import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.ProblemException;
import dev.packhorse.formats.problem.Severity;

/** Why a file store can't be read at all. The store's name is {@code {0}} of each sentence. */
public enum StoreProblem implements ProblemCode {
  BAD_ADDRESS("store.bad-address"),
  FOLDER_MISSING("store.folder.missing"),
  FOLDER_NOT_READABLE("store.folder.not-readable"),
  KEYS_MISSING("store.keys.missing"),
  ACCESS_DENIED("store.access-denied"),
  BUCKET_MISSING("store.bucket.missing"),
  WRONG_REGION("store.region.wrong"),
  UNREACHABLE("store.unreachable");

  private final String code;

  StoreProblem(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  /**
   * @param others {@code {1}} and so on
   */
  ProblemException thrown(String store, Object... others) {
    return thrown(null, store, others);
  }

  /**
   * @param cause may be null
   */
  ProblemException thrown(Throwable cause, String store, Object[] others) {
    Object[] arguments = new Object[others.length + 1];
    arguments[0] = store;
    System.arraycopy(others, 0, arguments, 1, others.length);
    return new ProblemException(Problem.of(this, Place.file(store), arguments), cause);
  }
}
