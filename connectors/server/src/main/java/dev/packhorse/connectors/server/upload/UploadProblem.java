package dev.packhorse.connectors.server.upload;

import static dev.packhorse.formats.problem.Severity.ERROR;

import dev.packhorse.connectors.server.api.Client;
import dev.packhorse.connectors.server.http.Answer;
import dev.packhorse.connectors.server.http.Call;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.ProblemException;
import dev.packhorse.formats.problem.Severity;
import java.io.IOException;

/** Why an archive does not get to a server. */
public enum UploadProblem implements ProblemCode {
  /** Size of the archive. */
  TOO_LARGE("server.upload.too-large"),
  /** The least that must get through at once. */
  PROXY_LIMIT("server.upload.proxy-limit"),
  /** The server takes no files at all. */
  FILES_OFF("server.upload.files-off"),
  /** The name it was to have. */
  GONE("server.upload.gone");

  private final String code;

  UploadProblem(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return ERROR;
  }

  ProblemException thrown(String server, Object... arguments) {
    return new ProblemException(Problem.of(this, Place.file(server), arguments));
  }

  /** Throws what an answer that is no success means for a file of this size. */
  static void check(Client client, Answer answer, long size) throws IOException {
    if (answer.status() == 413 && answer.json()) {
      throw TOO_LARGE.thrown(client.name(), size);
    }
    if (answer.status() == 501) {
      throw FILES_OFF.thrown(client.name());
    }
    client.check(Call.post("/uploads", null), answer);
  }
}
