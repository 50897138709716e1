package dev.packhorse.connectors.store;

import dev.packhorse.connectors.spi.UnreachableStore;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.util.Set;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What the exceptions of the SDK mean. They come after its own retries. */
final class S3Failures {
  /** The keys are wrong, so that no file will ever be read with them. */
  private static final Set<String> BAD_KEYS =
      Set.of(
          "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "ExpiredToken",
          "InvalidToken",
          "AccountProblem",
          "RequestTimeTooSkewed");

  private static final Set<String> WRONG_REGION =
      Set.of("AuthorizationHeaderMalformed", "IllegalLocationConstraintException");

  private S3Failures() {}

  /** Whether there is no such key, in a bucket that is there. */
  static boolean missing(SdkException e) {
    return e instanceof S3Exception s3
        && s3.statusCode() == 404
        && !code(s3).equals("NoSuchBucket");
  }

  /** A failure of a request for one file. */
  static IOException of(SdkException e, String store, String path) {
    if (e instanceof AbortedException) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException(store);
      interrupted.initCause(e);
      return interrupted;
    }
    if (!(e instanceof S3Exception s3)
        || s3.statusCode() >= 500
        || s3.statusCode() == 429
        || s3.statusCode() == 404
        || BAD_KEYS.contains(code(s3))) {
      return new UnreachableStore(store + " does not answer: " + said(e), e);
    }
    IOException refused =
        s3.statusCode() == 403
            ? new AccessDeniedException(path, null, said(e))
            : new IOException(path + ": " + said(e));
    refused.initCause(e);
    return refused;
  }

  /** A failure of the store as a whole. */
  static ProblemException problem(SdkException e, S3Address address) {
    StoreProblem problem = kind(e);
    String more = problem == StoreProblem.BUCKET_MISSING ? address.bucket() : said(e);
    return problem.thrown(e, address.name(), new Object[] {more});
  }

  private static StoreProblem kind(SdkException e) {
    if (!(e instanceof S3Exception s3)) {
      return said(e).contains("Unable to load credentials")
          ? StoreProblem.KEYS_MISSING
          : StoreProblem.UNREACHABLE;
    }
    if (s3.statusCode() == 404) {
      return StoreProblem.BUCKET_MISSING;
    }
    if (s3.statusCode() == 301 || WRONG_REGION.contains(code(s3))) {
      return StoreProblem.WRONG_REGION;
    }
    return s3.statusCode() == 401 || s3.statusCode() == 403
        ? StoreProblem.ACCESS_DENIED
        : StoreProblem.UNREACHABLE;
  }

  private static String code(S3Exception e) {
    return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
        ? ""
        : e.awsErrorDetails().errorCode();
  }

  /** The words of the server, or of the network, without what the SDK wraps around them. */
  private static String said(SdkException e) {
    if (e instanceof S3Exception s3) {
      String words = s3.awsErrorDetails() == null ? null : s3.awsErrorDetails().errorMessage();
      return words == null ? "status " + s3.statusCode() : code(s3) + ", " + words;
    }
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String words = cause.getMessage();
    return words == null ? cause.getClass().getSimpleName() : words;
  }
}
