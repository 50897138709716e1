package dev.packhorse.engine.batch;

import dev.packhorse.connectors.spi.Connector;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.TargetOptions;
import dev.packhorse.engine.run.ProblemSink;
import dev.packhorse.engine.run.Progress;
import dev.packhorse.engine.run.SurveyOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a migration is to do.
 *
 * @param fingerprint of the source as it is now
 * @param resumable whether a run that was cut off can go on
 * @param attachments whether files are copied
 * @param manifest whether the target gets a list of the files with their hashes
 * @param stopOnError whether one record in error keeps everything from being written
 * @param rejectFile where refused records go; null for nowhere
 * @param settings what decides about the result, by name; a run only goes on under the same
 * @param notes told sentences on what happens in between
 */
public record Migration(
    Source source,
    String sourceAddress,
    String fingerprint,
    Connector connector,
    String targetAddress,
    TargetOptions targetOptions,
    boolean dryRun,
    boolean resumable,
    boolean attachments,
    boolean manifest,
    boolean stopOnError,
    Path rejectFile,
    SurveyOptions survey,
    Map<String, String> settings,
    ProblemSink problems,
    Progress progress,
    Consumer<String> notes) {}
