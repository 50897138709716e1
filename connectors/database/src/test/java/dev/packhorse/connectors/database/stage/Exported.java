package dev.packhorse.connectors.database.stage;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.connectors.database.testing.Mattermost537;
import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.spi.Account;
import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.RecordReader;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.connectors.spi.SourceRecord;
import dev.packhorse.connectors.spi.Staging;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.problem.Findings;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.Severity;
import dev.packhorse.formats.schema.FileRules;
import dev.packhorse.formats.schema.LineRules;
import dev.packhorse.formats.schema.TargetProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** What a database says when it is exported. */
final class Exported {
  final List<BulkRecord> records = new ArrayList<>();
  final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  final List<String> files = new ArrayList<>();
  final TreeMap<String, Long> sizes = new TreeMap<>();
  final TreeMap<String, String> sidecar = new TreeMap<>();

  /** What a server of the target would refuse, as code, line and place. */
  final List<String> refused = new ArrayList<>();

  /** Codes of all that was found in the records. */
  final TreeSet<String> found = new TreeSet<>();

  List<Account> accounts;
  List<Problem> problems;

  /** A folder of files as a store; what a real one does beyond that is tested elsewhere. */
  record Folder(Path path) implements FileStore {
    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public long size(String file) throws IOException {
      Path found = path.resolve(file);
      return Files.isRegularFile(found) ? Files.size(found) : -1;
    }

    @Override
    public InputStream open(String file) throws IOException {
      return Files.newInputStream(path.resolve(file));
    }

    @Override
    public void check() {}

    @Override
    public void close() {}
  }

  /** How to export. */
  static final class Wish {
    final Set<Part> parts = EnumSet.copyOf(Part.USUAL);
    FileStore store;
    int threads = 2;
    long partition = Stage.PARTITION;
    boolean reader;
    TargetProfile target = TargetProfile.newest();

    Wish include(Part... more) {
      parts.addAll(List.of(more));
      return this;
    }

    Wish exclude(Part... less) {
      parts.removeAll(List.of(less));
      return this;
    }

    Wish store(Path folder) {
      store = new Folder(folder);
      return this;
    }

    /** As the user who has no rights but those a test gives. */
    Wish asReader() {
      reader = true;
      return this;
    }

    Wish partition(long bytes) {
      partition = bytes;
      return this;
    }

    Wish threads(int count) {
      threads = count;
      return this;
    }

    Wish target(TargetProfile profile) {
      target = profile;
      return this;
    }
  }

  static Exported of(TestDatabase database, Path scratch, Wish wish) throws IOException {
    Exported exported = new Exported();
    try (DatabaseSource source = source(database, scratch, wish)) {
      source.stage(Staging.UNWATCHED);
      LineRules lineRules = new LineRules(wish.target);
      try (FileRules fileRules = new FileRules(wish.target, source.files(), scratch);
          RecordReader reader = source.open(null, null)) {
        for (RecordBatch batch = reader.next(); batch != null; batch = reader.next()) {
          batch.forEach(record -> exported.check(record, lineRules, fileRules));
          RecordBatch.Lines all = batch.lines(0, batch.size());
          exported.lines.write(all.bytes(), all.start(), all.length());
        }
        fileRules.finish(late -> exported.note(late.code(), late.severity(), "late"), same -> {});
      }
      for (SourceFile file : source.outgoingFiles()) {
        exported.files.add(file.path());
        exported.sizes.put(file.path(), file.size());
      }
      for (SourceFile file : source.sidecar()) {
        try (InputStream in = file.opener().open()) {
          exported.sidecar.put(file.path(), new String(in.readAllBytes(), "UTF-8"));
        }
      }
      exported.accounts = source.accounts();
      exported.problems = source.problems();
    }
    return exported;
  }

  private void check(SourceRecord record, LineRules lineRules, FileRules fileRules) {
    records.add(record.record());
    long line = record.place().line();
    Findings out =
        (code, severity, pointer, arguments) -> note(code, severity, line + " " + pointer);
    record.problems().forEach(problem -> note(problem.code(), problem.severity(), "line " + line));
    lineRules.check(
        record.type(), record.typeWord(), line, record.record(), record.problems(), out);
    fileRules.accept("", line, 0, record.type(), record.record(), false, record.digest(), out);
  }

  private void note(ProblemCode code, Severity severity, String where) {
    found.add(code.code());
    if (severity == Severity.ERROR) {
      refused.add(code.code() + " " + where);
    }
  }

  static DatabaseSource source(TestDatabase database, Path scratch, Wish wish) {
    SourceOptions options =
        new SourceOptions(
            scratch,
            false,
            wish.target,
            wish.parts,
            null,
            () -> wish.reader ? TestDatabase.PASSWORD : database.server().password(),
            wish.threads,
            0,
            false,
            null);
    return new DatabaseSource(
        database.name(),
        DatabaseAddress.parse(
            wish.reader ? database.address(TestDatabase.READER) : database.address()),
        options,
        wish.store,
        List.of(),
        List.of(),
        wish.partition);
  }

  <T extends BulkRecord> List<T> all(Class<T> type) {
    return records.stream().filter(type::isInstance).map(type::cast).toList();
  }

  List<String> codes() {
    return problems.stream().map(problem -> problem.code().code()).distinct().sorted().toList();
  }

  Account account(String table) {
    return accounts.stream().filter(one -> one.table().equals(table)).findFirst().orElseThrow();
  }

  /** Unpacks the file store that belongs to the database of 5.37, and returns its folder. */
  static Path store(String engine, Path into) {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GzipCompressorInputStream(Mattermost537.open(engine + "-filestore.tar.gz")))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path to = into.resolve(entry.getName()).normalize();
        if (entry.isFile()) {
          Files.createDirectories(to.getParent());
          Files.copy(tar, to, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      try (Stream<Path> found = Files.walk(into)) {
        return found.filter(path -> path.endsWith("emoji")).findFirst().orElseThrow().getParent();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
