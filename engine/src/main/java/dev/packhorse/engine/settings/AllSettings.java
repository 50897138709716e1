package dev.packhorse.engine.settings;

import dev.packhorse.connectors.spi.Part;
import dev.packhorse.formats.schema.TargetProfile;
import dev.packhorse.formats.schema.TargetVersion;
import java.nio.file.Path;
import java.util.List;

/** The list of settings; which command takes which is said by {@link CommandSettings}. */
public final class AllSettings {
  private static final TargetProfile NEWEST = TargetProfile.newest();

  public static final Setting<String> SOURCE =
      Setting.<String>of(
              "source",
              SettingType.of("SOURCE", "a path", text -> text),
              null,
              "Where records come from: a .jsonl, .jsonl.gz, .jsonl.zst or .zip file, a directory, -"
                  + " for standard input; postgres://user@host:5432/database,"
                  + " mysql://user@host:3306/database, or mattermost:/opt/mattermost for the database"
                  + " and files of an installation.")
          .asWord();

  public static final Setting<String> TARGET =
      Setting.<String>of(
              "target",
              SettingType.of("TARGET", "a path", text -> text),
              null,
              "Where records go: a .jsonl, .jsonl.gz, .jsonl.zst or .zip file, or a directory.")
          .asWord();

  public static final Setting<String> CODE =
      Setting.<String>of(
              "code",
              SettingType.of("CODE", "a problem code", text -> text),
              null,
              "A problem code.")
          .asWord();

  public static final Setting<Integer> JOB =
      Setting.<Integer>of(
              "job",
              new SettingType<>(
                  "JOB",
                  "a number that packhorse jobs list shows",
                  SettingType.number(1, Integer.MAX_VALUE).parser(),
                  String::valueOf),
              null,
              "Number of a job, as packhorse jobs list shows it.")
          .asWord();

  public static final Setting<Path> CONFIG =
      Setting.<Path>of("config", SettingType.PATH, null, "The settings file.")
          .shown("packhorse.yml, if there is one here");

  public static final Setting<Path> STATE_DIR =
      Setting.<Path>of(
              "state-dir",
              SettingType.PATH,
              null,
              "Folder for the job store, and for what a run keeps on disk while it works.")
          .shown("$XDG_STATE_HOME/packhorse, else ~/.local/state/packhorse");

  public static final Setting<Integer> THREADS =
      Setting.of(
              "threads",
              SettingType.number(1, 256),
              Math.min(256, Runtime.getRuntime().availableProcessors()),
              "How many threads read, check and compress.")
          .shown("the number of processors");

  public static final Setting<Boolean> QUIET =
      Setting.of("quiet", SettingType.SWITCH, false, "Print problems of severity error only.")
          .letter('q');

  public static final Setting<Boolean> VERBOSE =
      Setting.of(
              "verbose",
              SettingType.SWITCH,
              false,
              "Also print problems of severity info, and the causes of failures.")
          .letter('v');

  public static final Setting<Boolean> JSON =
      Setting.of("json", SettingType.SWITCH, false, "Print JSON lines for programs.");

  public static final Setting<String> PROGRESS =
      Setting.of(
          "progress",
          SettingType.word("auto", "always", "never"),
          "auto",
          "Show progress on standard error; auto: only if that is a terminal. With --json, always:"
              + " a status object each second on standard output.");

  public static final Setting<Path> REPORT =
      Setting.<Path>of(
          "report",
          SettingType.PATH,
          null,
          "Write all problems and the summary to this JSON file.");

  public static final Setting<Integer> MAX_PROBLEMS =
      Setting.<Integer>of(
              "max-problems",
              SettingType.number(0, Integer.MAX_VALUE),
              null,
              "How many problems to list; all are found and counted.")
          .shown("50, with --json all");

  public static final Setting<TargetVersion> TARGET_VERSION =
      Setting.of(
          "target-version",
          SettingType.of(
              "VERSION", "a server version such as 5.37, 10.5 or 11.x", TargetVersion::parse),
          NEWEST.version(),
          "Version of the Mattermost server that shall import the file.");

  public static final Setting<Integer> MAX_POST_SIZE =
      Setting.of(
          "max-post-size",
          SettingType.number(1, Integer.MAX_VALUE),
          NEWEST.maxPostSize(),
          "Longest message the target accepts, in characters (Unicode code points).");

  public static final Setting<Integer> MAX_USERS_PER_TEAM =
      Setting.of(
          "max-users-per-team",
          SettingType.number(1, Integer.MAX_VALUE),
          NEWEST.maxUsersPerTeam(),
          "The target's TeamSettings.MaxUsersPerTeam.");

  public static final Setting<Integer> MAX_CHANNELS_PER_TEAM =
      Setting.of(
          "max-channels-per-team",
          SettingType.number(1, Integer.MAX_VALUE),
          NEWEST.maxChannelsPerTeam(),
          "The target's TeamSettings.MaxChannelsPerTeam.");

  public static final Setting<Long> MAX_FILE_SIZE =
      Setting.of(
          "max-file-size",
          SettingType.size(),
          NEWEST.maxFileSize(),
          "The target's FileSettings.MaxFileSize.");

  public static final Setting<Integer> MAX_IMAGE_PIXELS =
      Setting.of(
          "max-image-pixels",
          SettingType.number(1, Integer.MAX_VALUE),
          (int) NEWEST.maxImagePixels(),
          "The target's FileSettings.MaxImageResolution, width times height.");

  public static final Setting<Integer> PASSWORD_MINIMUM_LENGTH =
      Setting.of(
          "password-minimum-length",
          SettingType.number(1, 72),
          NEWEST.passwordMinimumLength(),
          "The target's PasswordSettings.MinimumLength.");

  public static final Setting<List<String>> PASSWORD_REQUIRES =
      Setting.of(
          "password-requires",
          new SettingType<>(
              "LIST",
              "some of lowercase, uppercase, number, symbol, with commas between them",
              text -> {
                List<String> words = SettingType.LIST.parser().apply(text);
                if (!List.of("lowercase", "uppercase", "number", "symbol").containsAll(words)) {
                  throw new IllegalArgumentException();
                }
                return words;
              },
              SettingType.LIST.printer()),
          List.of(),
          "What a password on the target must hold: lowercase, uppercase, number, symbol.");

  public static final Setting<List<String>> EXISTING =
      Setting.of(
          "existing",
          SettingType.LIST,
          List.of(),
          "Bulk files of what the target has already; records may refer to it.");

  public static final Setting<Boolean> DRY_RUN =
      Setting.of(
              "dry-run",
              SettingType.SWITCH,
              false,
              "Do everything except writing the target, which need not be named.")
          .letter('n');

  public static final Setting<Boolean> REPAIR =
      Setting.of(
          "repair",
          SettingType.SWITCH,
          false,
          "Mend what can be mended without loss, and report each repair.");

  public static final Setting<String> ON_PROBLEM =
      Setting.of(
          "on-problem",
          SettingType.word("refuse", "stop"),
          "refuse",
          "With records in error: leave them out (refuse), or write nothing at all (stop).");

  public static final Setting<Path> REJECT_FILE =
      Setting.<Path>of(
              "reject-file",
              SettingType.PATH,
              null,
              "Where refused records go, to be mended and loaded again; their problems go beside it"
                  + " into FILE.problems.jsonl.")
          .shown("TARGET.rejects.jsonl");

  public static final Setting<String> ESCAPING =
      Setting.of(
          "escaping",
          SettingType.word("go", "plain"),
          "go",
          "How rewritten records escape: like the server's exporter (go), or no more than JSON"
              + " demands (plain).");

  public static final Setting<Integer> COMPRESSION_LEVEL =
      Setting.<Integer>of(
              "compression-level",
              SettingType.number(1, 19),
              null,
              "Level of deflate and gzip (1 to 9) or zstd (1 to 19).")
          .shown("fast");

  public static final Setting<Boolean> ATTACHMENTS =
      Setting.of(
          "attachments",
          SettingType.SWITCH,
          true,
          "Copy attachments and pictures; --no-attachments leaves them out.");

  public static final Setting<Boolean> REPLACE =
      Setting.of(
          "replace",
          SettingType.SWITCH,
          false,
          "Replace a target that exists, once all is written.");

  public static final Setting<Boolean> FRESH =
      Setting.of(
          "fresh", SettingType.SWITCH, false, "Begin anew instead of going on with a cut-off run.");

  public static final Setting<String> OUTPUT =
      Setting.<String>of(
              "output",
              SettingType.of("ARCHIVE", "a path", text -> text),
              null,
              "The archive to write: a .zip, .jsonl, .jsonl.gz or .jsonl.zst file, or a directory.")
          .letter('o');

  public static final Setting<List<Part>> INCLUDE =
      Setting.of(
              "include",
              SettingType.PARTS,
              List.of(),
              "Parts of a server's data to read besides the usual ones, with commas between them.")
          .shown("nothing more");

  public static final Setting<List<Part>> EXCLUDE =
      Setting.of("exclude", SettingType.PARTS, List.of(), "Usual parts not to read.")
          .shown("nothing");

  public static final Setting<String> FILES =
      Setting.<String>of(
              "files",
              SettingType.of("STORE", "a folder or s3://bucket/prefix", text -> text),
              null,
              "Where a server keeps its files: a folder or s3://bucket/prefix; keys come from the"
                  + " environment, as the AWS tools read it.")
          .shown("what the server's configuration says; none for a database address");

  public static final Setting<String> FILES_ENDPOINT =
      Setting.<String>of(
              "files-endpoint",
              SettingType.of("URL", "a host, host:port or URL", text -> text),
              null,
              "Where the S3 server of --files s3://… is reached, such as"
                  + " https://minio.example.org:9000; with http:// it is asked without TLS.")
          .shown("AWS_ENDPOINT_URL_S3 or AWS_ENDPOINT_URL, else AWS itself");

  public static final Setting<String> FILES_REGION =
      Setting.<String>of(
              "files-region",
              SettingType.of("REGION", "a region such as eu-central-1", text -> text),
              null,
              "Region of the bucket of --files s3://….")
          .shown("AWS_REGION or that of the AWS tools; with --files-endpoint us-east-1");

  public static final Setting<Path> PASSWORD_FILE =
      Setting.<Path>of(
              "password-file",
              SettingType.PATH,
              null,
              "File whose first line is the password for the database or the server.")
          .shown("PACKHORSE_PASSWORD, PGPASSWORD or MYSQL_PWD, else asked for on a terminal");

  public static final Setting<String> SERVER =
      Setting.<String>of(
              "server",
              SettingType.of("SERVER", "an address", text -> text),
              null,
              "A Mattermost server, such as https://chat.example.org; local: or local:SOCKET for one"
                  + " of this machine.")
          .asWord();

  public static final Setting<String> USER =
      Setting.of(
          "user", SettingType.TEXT, null, "Name or e-mail address of the account to sign in with.");

  public static final Setting<Path> TOKEN_FILE =
      Setting.<Path>of(
              "token-file",
              SettingType.PATH,
              null,
              "File whose first line is a personal access token for the server.")
          .shown("PACKHORSE_TOKEN, else the login that packhorse login has stored");

  public static final Setting<Path> CA_FILE =
      Setting.of(
          "ca-file",
          SettingType.PATH,
          null,
          "PEM file with certificates of authorities that are trusted, too.");

  public static final Setting<Integer> LIMIT_ROWS_PER_SECOND =
      Setting.of(
              "limit-rows-per-second",
              SettingType.number(0, Integer.MAX_VALUE),
              0,
              "Most rows to read in a second from a busy database.")
          .shown("no limit");

  public static final Setting<Boolean> NICE =
      Setting.of(
          "nice",
          SettingType.SWITCH,
          false,
          "Leave a busy database room: one connection, with pauses.");

  public static final Setting<Boolean> PER_CHANNEL =
      Setting.of(
          "per-channel",
          SettingType.SWITCH,
          false,
          "Also account for the messages of each channel of a database.");

  public static final Setting<Integer> POSTS =
      Setting.of(
          "posts",
          SettingType.number(1, Integer.MAX_VALUE),
          5_000,
          "How many posts the made-up server of the demo has.");

  private AllSettings() {}
}
