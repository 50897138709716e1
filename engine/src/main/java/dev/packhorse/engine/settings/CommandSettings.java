package dev.packhorse.engine.settings;

import static dev.packhorse.engine.settings.AllSettings.ATTACHMENTS;
import static dev.packhorse.engine.settings.AllSettings.CA_FILE;
import static dev.packhorse.engine.settings.AllSettings.COMPRESSION_LEVEL;
import static dev.packhorse.engine.settings.AllSettings.CONFIG;
import static dev.packhorse.engine.settings.AllSettings.DRY_RUN;
import static dev.packhorse.engine.settings.AllSettings.ESCAPING;
import static dev.packhorse.engine.settings.AllSettings.EXCLUDE;
import static dev.packhorse.engine.settings.AllSettings.EXISTING;
import static dev.packhorse.engine.settings.AllSettings.FILES;
import static dev.packhorse.engine.settings.AllSettings.FILES_ENDPOINT;
import static dev.packhorse.engine.settings.AllSettings.FILES_REGION;
import static dev.packhorse.engine.settings.AllSettings.FRESH;
import static dev.packhorse.engine.settings.AllSettings.INCLUDE;
import static dev.packhorse.engine.settings.AllSettings.JOB;
import static dev.packhorse.engine.settings.AllSettings.JSON;
import static dev.packhorse.engine.settings.AllSettings.LIMIT_ROWS_PER_SECOND;
import static dev.packhorse.engine.settings.AllSettings.MAX_CHANNELS_PER_TEAM;
import static dev.packhorse.engine.settings.AllSettings.MAX_FILE_SIZE;
import static dev.packhorse.engine.settings.AllSettings.MAX_IMAGE_PIXELS;
import static dev.packhorse.engine.settings.AllSettings.MAX_POST_SIZE;
import static dev.packhorse.engine.settings.AllSettings.MAX_PROBLEMS;
import static dev.packhorse.engine.settings.AllSettings.MAX_USERS_PER_TEAM;
import static dev.packhorse.engine.settings.AllSettings.NICE;
import static dev.packhorse.engine.settings.AllSettings.ON_PROBLEM;
import static dev.packhorse.engine.settings.AllSettings.OUTPUT;
import static dev.packhorse.engine.settings.AllSettings.PASSWORD_FILE;
import static dev.packhorse.engine.settings.AllSettings.PASSWORD_MINIMUM_LENGTH;
import static dev.packhorse.engine.settings.AllSettings.PASSWORD_REQUIRES;
import static dev.packhorse.engine.settings.AllSettings.PER_CHANNEL;
import static dev.packhorse.engine.settings.AllSettings.POSTS;
import static dev.packhorse.engine.settings.AllSettings.PROGRESS;
import static dev.packhorse.engine.settings.AllSettings.QUIET;
import static dev.packhorse.engine.settings.AllSettings.REJECT_FILE;
import static dev.packhorse.engine.settings.AllSettings.REPAIR;
import static dev.packhorse.engine.settings.AllSettings.REPLACE;
import static dev.packhorse.engine.settings.AllSettings.REPORT;
import static dev.packhorse.engine.settings.AllSettings.SERVER;
import static dev.packhorse.engine.settings.AllSettings.SOURCE;
import static dev.packhorse.engine.settings.AllSettings.STATE_DIR;
import static dev.packhorse.engine.settings.AllSettings.TARGET;
import static dev.packhorse.engine.settings.AllSettings.TARGET_VERSION;
import static dev.packhorse.engine.settings.AllSettings.THREADS;
import static dev.packhorse.engine.settings.AllSettings.TOKEN_FILE;
import static dev.packhorse.engine.settings.AllSettings.USER;
import static dev.packhorse.engine.settings.AllSettings.VERBOSE;

import java.util.Arrays;
import java.util.List;

/** Which settings each command takes, in the order in which its help lists them. */
public final class CommandSettings {
  private static final List<Setting<?>> LIVE =
      List.of(
          INCLUDE,
          EXCLUDE,
          FILES,
          FILES_ENDPOINT,
          FILES_REGION,
          PASSWORD_FILE,
          TOKEN_FILE,
          CA_FILE,
          LIMIT_ROWS_PER_SECOND,
          NICE);

  private static final List<Setting<?>> COMMON =
      List.of(CONFIG, QUIET, VERBOSE, JSON, PROGRESS, STATE_DIR, THREADS);

  private static final List<Setting<?>> CHECKING =
      List.of(
          TARGET_VERSION,
          MAX_POST_SIZE,
          MAX_USERS_PER_TEAM,
          MAX_CHANNELS_PER_TEAM,
          MAX_FILE_SIZE,
          MAX_IMAGE_PIXELS,
          PASSWORD_MINIMUM_LENGTH,
          PASSWORD_REQUIRES,
          EXISTING,
          MAX_PROBLEMS,
          REPORT);

  public static final List<Setting<?>> VALIDATE = concat(List.of(SOURCE), LIVE, CHECKING, COMMON);

  public static final List<Setting<?>> MIGRATE =
      concat(
          List.of(
              SOURCE,
              TARGET,
              DRY_RUN,
              REPAIR,
              ON_PROBLEM,
              REJECT_FILE,
              ATTACHMENTS,
              REPLACE,
              FRESH,
              PER_CHANNEL,
              ESCAPING,
              COMPRESSION_LEVEL),
          LIVE,
          CHECKING,
          COMMON);

  public static final List<Setting<?>> EXPORT =
      concat(
          List.of(
              SOURCE,
              OUTPUT,
              DRY_RUN,
              ON_PROBLEM,
              REJECT_FILE,
              ATTACHMENTS,
              REPLACE,
              FRESH,
              PER_CHANNEL,
              COMPRESSION_LEVEL),
          LIVE,
          CHECKING,
          COMMON);

  public static final List<Setting<?>> INSPECT = concat(List.of(SOURCE), LIVE, COMMON);

  public static final List<Setting<?>> DEMO =
      List.of(POSTS, OUTPUT, REPLACE, CONFIG, VERBOSE, PROGRESS, THREADS);

  public static final List<Setting<?>> JOBS =
      List.of(CONFIG, QUIET, VERBOSE, JSON, PROGRESS, STATE_DIR);

  public static final List<Setting<?>> ONE_JOB = concat(List.of(JOB), JOBS);

  private static final List<Setting<?>> SERVED =
      List.of(SERVER, TOKEN_FILE, CA_FILE, CONFIG, VERBOSE, JSON);

  public static final List<Setting<?>> LOGIN =
      concat(List.of(SERVER, USER, PASSWORD_FILE), SERVED.subList(1, SERVED.size()));

  public static final List<Setting<?>> WHOAMI = SERVED;

  /** What may be said anew when a job goes on: how it is told, not what it does. */
  public static final List<Setting<?>> RESUME =
      concat(ONE_JOB, List.of(THREADS, MAX_PROBLEMS, REPORT, PASSWORD_FILE));

  /** Every setting once, in the order of the reference page. */
  public static final List<Setting<?>> ALL = concat(MIGRATE, List.of(OUTPUT, POSTS, SERVER, USER));

  /** All that are no words of the command line. */
  public static final List<Setting<?>> FLAGS =
      ALL.stream().<Setting<?>>filter(setting -> !setting.positional()).toList();

  private CommandSettings() {}

  @SafeVarargs
  @SuppressWarnings("varargs") // the lists are only read
  private static List<Setting<?>> concat(List<Setting<?>>... lists) {
    return Arrays.stream(lists).<Setting<?>>flatMap(List::stream).toList();
  }
}
