package dev.packhorse.connectors.store;

import dev.packhorse.connectors.spi.UnreachableStore;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** An object, read on from where it stood when its connection breaks. */
final class S3Stream extends InputStream {
  private static final int PRECONDITION_FAILED = 412;
  private static final int NOT_MODIFIED_RANGE = 416;

  /** How often in a row a connection may break without giving a byte. */
  private static final int ATTEMPTS = 5;

  private static final long FIRST_PAUSE_MILLIS = 100;

  private final S3Client client;
  private final S3Address address;
  private final String path;
  private final String key;
  private final String etag;
  private final long length;
  private ResponseInputStream<GetObjectResponse> stream;
  private long position;
  private int broken;

  /**
   * Asks for the object.
   *
   * @throws SdkException if it can't be had
   */
  S3Stream(S3Client client, S3Address address, String path, String key) {
    this.client = client;
    this.address = address;
    this.path = path;
    this.key = key;
    this.stream = client.getObject(get -> get.bucket(address.bucket()).key(key));
    this.etag = stream.response().eTag();
    Long said = stream.response().contentLength();
    this.length = said == null ? -1 : said;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (true) {
      try {
        int got = stream.read(target, offset, count);
        if (got < 0 && position < length) {
          throw new EOFException("ended after " + position + " of " + length + " bytes");
        }
        if (got > 0) {
          position += got;
          broken = 0;
        }
        return got;
      } catch (IOException | SdkException e) {
        goOn(e);
      }
    }
  }

  /** Opens the rest once more, or throws. */
  private void goOn(Exception why) throws IOException {
    stream.abort();
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted(why);
    }
    if (++broken > ATTEMPTS) {
      throw new UnreachableStore(address.name() + " breaks off: " + why.getMessage(), why);
    }
    try {
      Thread.sleep(FIRST_PAUSE_MILLIS << broken - 1);
      // If-Match: the rest of another version would make a file that never was.
      stream =
          client.getObject(
              get ->
                  get.bucket(address.bucket())
                      .key(key)
                      .range("bytes=" + position + "-")
                      .ifMatch(etag));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(why);
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == NOT_MODIFIED_RANGE) {
        throw new IOException(path + " was changed while it was read", e);
      }
      throw S3Failures.of(e, address.name(), path);
    } catch (SdkException e) {
      throw S3Failures.of(e, address.name(), path);
    }
  }

  private IOException interrupted(Exception why) {
    InterruptedIOException interrupted = new InterruptedIOException(path);
    interrupted.initCause(why);
    return interrupted;
  }

  /** Gives the connection back if all was read; else it is cut, which is cheaper than reading. */
  @Override
  public void close() throws IOException {
    if (position < length) {
      stream.abort();
    } else {
      stream.close();
    }
  }
}
