package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.Upload;
import dev.packhorse.connectors.server.testing.state.World;

/**
 * One request at a time may bring data. The server notices a cut one late, and until then it tells
 * the old offset and refuses others (rest-api reference 2.3).
 */
final class UploadLock {
  private UploadLock() {}

  /** Looks at no clock: the offset that the request was checked against must stay. */
  static void take(Upload upload) {
    if (upload.locked) {
      upload.refusalsLeft = Math.max(0, upload.refusalsLeft - 1);
      throw new Refusal(
          400,
          "app.upload.upload_data.concurrent.app_error",
          "Unable to upload data from more than one request.");
    }
    upload.locked = true;
    upload.lockedUntil = 0;
  }

  static void release(Upload upload) {
    upload.locked = false;
    upload.lockedUntil = 0;
  }

  /** The request was cut; its bytes count when the server has noticed. */
  static void cut(World world, Upload upload, long offset) {
    upload.offsetAfterLock = offset;
    upload.lockedUntil = world.now() + world.lockReleaseMillis;
    upload.refusalsLeft = world.lockReleaseRefusals;
    noticed(world, upload);
  }

  /** Looks whether it is time to notice. */
  static void noticed(World world, Upload upload) {
    boolean due = upload.lockedUntil > 0 && world.now() >= upload.lockedUntil;
    if (upload.locked && due && upload.refusalsLeft == 0) {
      upload.fileOffset = upload.offsetAfterLock;
      release(upload);
    }
  }
}
