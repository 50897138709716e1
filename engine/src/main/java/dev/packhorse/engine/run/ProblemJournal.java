package dev.packhorse.engine.run;

import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.Severity;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The problems of a survey on disk, so that a run which goes on after it can report them too.
 * Passes them on as they come.
 */
public final class ProblemJournal implements ProblemSink, Closeable {

  /** A code that was read back. */
  private record Noted(String code, Severity severity) implements ProblemCode {}

  private final DataOutputStream out;
  private final ProblemSink next;

  public ProblemJournal(Path file, ProblemSink next) throws IOException {
    this.out = new DataOutputStream(new BufferedOutputStream(PrivateFiles.create(file)));
    this.next = next;
  }

  @Override
  public void accept(Problem problem) {
    try {
      Place place = problem.place();
      out.writeUTF(problem.code().code());
      out.writeUTF(problem.severity().name());
      out.writeUTF(place.file());
      out.writeLong(place.line());
      out.writeLong(place.offset());
      out.writeUTF(place.pointer());
      out.writeUTF(place.row() == null ? "" : place.row());
      out.writeInt(problem.arguments().size());
      for (String argument : problem.arguments()) {
        out.writeUTF(argument);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    next.accept(problem);
  }

  /** Hands out what an earlier survey wrote, in its order; nothing if there is no such file. */
  public static void replay(Path file, ProblemSink to) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      while (true) {
        Problem problem = read(in);
        if (problem == null) {
          return;
        }
        to.accept(problem);
      }
    }
  }

  private static Problem read(DataInputStream in) throws IOException {
    String code;
    try {
      code = in.readUTF();
    } catch (EOFException e) {
      return null;
    }
    Severity severity = Severity.valueOf(in.readUTF());
    String file = in.readUTF();
    long line = in.readLong();
    long offset = in.readLong();
    String pointer = in.readUTF();
    String row = in.readUTF();
    Place place = new Place(file, line, offset, pointer, row.isEmpty() ? null : row);
    List<String> arguments = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      arguments.add(in.readUTF());
    }
    return new Problem(new Noted(code, severity), severity, place, arguments);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
