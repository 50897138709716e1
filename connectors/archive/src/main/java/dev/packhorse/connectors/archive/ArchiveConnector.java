package dev.packhorse.connectors.archive;

import dev.packhorse.connectors.spi.Connector;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.connectors.spi.Target;
import dev.packhorse.connectors.spi.TargetOptions;
import dev.packhorse.connectors.spi.lines.ArchiveSource;
import dev.packhorse.formats.archive.ArchiveForm;
import dev.packhorse.formats.archive.ArchiveLimits;
import dev.packhorse.formats.archive.ArchiveWriter;
import dev.packhorse.formats.archive.BulkArchive;
import dev.packhorse.formats.archive.WriterOptions;
import dev.packhorse.formats.jsonl.Escaping;
import dev.packhorse.formats.jsonl.LineEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Makes sources and targets of paths. */
public final class ArchiveConnector implements Connector {
  private static final int STRONGEST_DEFLATE = 9;

  @Override
  public String name() {
    return "archive";
  }

  /** Everything that has no scheme in front, such as {@code postgres:}. */
  @Override
  public boolean handles(String address) {
    return !address.matches("[a-z][a-z0-9+.-]+:.*");
  }

  @Override
  public String canonical(String address) {
    if (address.equals(StandardInput.ADDRESS)) {
      return address;
    }
    // A path forgets the slash that says "directory".
    String slash = address.endsWith("/") ? "/" : "";
    return Path.of(address).toAbsolutePath().normalize() + slash;
  }

  @Override
  public Source source(String address, SourceOptions options) throws IOException {
    boolean standardInput = address.equals(StandardInput.ADDRESS);
    Path path = standardInput ? StandardInput.keep(options.scratch()) : Path.of(address);
    BulkArchive archive = BulkArchive.open(path, ArchiveLimits.DEFAULT);
    return new ArchiveSource(
        standardInput ? "standard input" : address, archive, options.textAfterRecord());
  }

  @Override
  public Optional<String> refusal(String address, boolean replace) throws IOException {
    Optional<ArchiveForm> form = ArchiveForm.forTarget(address);
    if (form.isEmpty()) {
      return Optional.of(
          "The name of the target must end in .jsonl, .jsonl.gz, .jsonl.zst or .zip, or in / for a"
              + " directory.");
    }
    Path path = Path.of(address).toAbsolutePath();
    Path folder = path.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return Optional.of("The folder " + folder + " does not exist.");
    }
    if (!Files.isWritable(folder)) {
      return Optional.of("The folder " + folder + " may not be written to.");
    }
    if (form.get() == ArchiveForm.DIRECTORY) {
      if (Files.exists(path) && !Files.isDirectory(path)) {
        return Optional.of(address + " is not a directory.");
      }
      return Files.isDirectory(path) && !isEmpty(path)
          ? Optional.of("The directory " + address + " is not empty.")
          : Optional.empty();
    }
    return Files.exists(path) && !replace
        ? Optional.of(address + " exists; --replace replaces it once all is written.")
        : Optional.empty();
  }

  @Override
  public OptionalLong room(String address) throws IOException {
    Path folder = Path.of(address).toAbsolutePath().getParent();
    return folder == null || !Files.isDirectory(folder)
        ? OptionalLong.empty()
        : OptionalLong.of(Files.getFileStore(folder).getUsableSpace());
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }

  @Override
  public Target target(String address, TargetOptions options, String mark) throws IOException {
    ArchiveForm form =
        ArchiveForm.forTarget(address).orElseThrow(() -> new IOException("no form: " + address));
    Path path = Path.of(address).toAbsolutePath().normalize();
    ArchiveWriter writer =
        mark == null
            ? ArchiveWriter.create(path, form, writerOptions(options))
            : ArchiveWriter.resume(path, form, writerOptions(options), mark);
    Escaping escaping = options.goEscaping() ? Escaping.GO : Escaping.PLAIN;
    return new ArchiveTarget(path, form, writer, () -> new LineEncoder(escaping));
  }

  private static WriterOptions writerOptions(TargetOptions options) {
    int level = options.compressionLevel();
    return level < 0
        ? WriterOptions.DEFAULT
        : WriterOptions.DEFAULT
            .withDeflateLevel(Math.min(level, STRONGEST_DEFLATE))
            .withZstdLevel(level);
  }

  @Override
  public void discard(String address) throws IOException {
    Optional<ArchiveForm> form = ArchiveForm.forTarget(address);
    if (form.isPresent()) {
      ArchiveWriter.discard(Path.of(address).toAbsolutePath().normalize(), form.get());
    }
  }
}
