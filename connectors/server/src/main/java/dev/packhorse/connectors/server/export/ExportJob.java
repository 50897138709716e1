package dev.packhorse.connectors.server.export;

import dev.packhorse.connectors.server.api.Client;
import dev.packhorse.connectors.server.api.ServerVersion;
import dev.packhorse.connectors.server.http.Call;
import dev.packhorse.connectors.server.http.Pause;
import dev.packhorse.connectors.server.http.ServerProblem;
import dev.packhorse.connectors.server.job.JobProblem;
import dev.packhorse.connectors.server.job.JobWatch;
import dev.packhorse.connectors.server.job.Jobs;
import dev.packhorse.connectors.server.job.ServerJob;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.connectors.spi.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Has a server write an export, and brings it here. What was done is noted before the next step, so
 * that a cut costs no second job.
 */
final class ExportJob {
  /** How long a job may give no sign of life; from 7.8 on it tells what it counts. */
  private static final Duration SIGN = Duration.ofMinutes(30);

  private static final Duration SIGN_OF_OLD = Duration.ofHours(12);

  /** The file of a job that succeeded may be written for so long afterwards. */
  private static final Duration WRITING = Duration.ofMinutes(10);

  private final Client client;
  private final Pause pause;
  private final Clock clock;
  private final Staging staging;
  private final JobNotes notes;

  ExportJob(Client client, Pause pause, Clock clock, Staging staging, JobNotes notes) {
    this.client = client;
    this.pause = pause;
    this.clock = clock;
    this.staging = staging;
    this.notes = notes;
  }

  /**
   * @param parts what is wanted beyond the ordinary
   * @param to where the archive is to be; what an earlier call got of it is gone on with
   * @return the job, with what it counted
   */
  ServerJob run(Set<Part> parts, Path to) throws IOException {
    ServerVersion version = client.version();
    if (!version.atLeast(5, 33)) {
      throw ServerProblem.VERSION_UNSUPPORTED.thrown(client.name(), null, version.number(), "5.33");
    }
    Jobs jobs = new Jobs(client, pause);
    String id = notes.get(JobNotes.JOB);
    if (id == null) {
      id = start(jobs, parts);
      notes.put(JobNotes.JOB, id);
    }
    staging.phase("waiting for the server's export", -1);
    ServerJob job =
        new JobWatch(client, jobs, pause, clock, version.atLeast(7, 8) ? SIGN : SIGN_OF_OLD)
            .follow(id, sentence -> {});
    if (!job.succeeded()) {
      notes.clear(); // the same command starts another one
      JobProblem problem =
          job.status().equals("canceled") ? JobProblem.CANCELED : JobProblem.FAILED;
      throw problem.thrown(client.name(), job.type(), job.id(), job.error());
    }
    String name = notes.get(JobNotes.FETCHED);
    if (name == null) {
      name = download(job, to);
      notes.put(JobNotes.FETCHED, name); // or a cut after the removal would look for it for ever
    }
    client.find(Call.delete("/exports/" + Call.encoded(name)));
    return job;
  }

  private String start(Jobs jobs, Set<Part> parts) throws IOException {
    List<ServerJob> there = jobs.ofType(ServerJob.EXPORT);
    Map<String, String> wanted = wanted(parts);
    if (notes.get(JobNotes.JOBS) != null) {
      // An earlier run was cut off while it started a job; perhaps it did.
      Optional<ServerJob> started = there.stream().filter(job -> ours(job, wanted)).findFirst();
      if (started.isPresent()) {
        return started.get().id();
      }
    }
    Optional<ServerJob> running = there.stream().filter(ServerJob::open).findFirst();
    if (running.isPresent()) {
      throw JobProblem.ANOTHER_RUNS.thrown(client.name(), ServerJob.EXPORT, running.get().id());
    }
    notes.put(JobNotes.FILES, String.join("\n", exports()));
    notes.put(JobNotes.JOBS, there.stream().map(ServerJob::id).collect(Collectors.joining("\n")));
    return jobs.start(ServerJob.EXPORT, wanted, job -> ours(job, wanted)).id();
  }

  /** A job that was not there before and does what was asked for. */
  private boolean ours(ServerJob job, Map<String, String> wanted) {
    return !Set.of(notes.get(JobNotes.JOBS).split("\n")).contains(job.id())
        && job.data().entrySet().containsAll(wanted.entrySet());
  }

  private static Map<String, String> wanted(Set<Part> parts) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("include_attachments", "true");
    data.put("include_archived_channels", String.valueOf(parts.contains(Part.ARCHIVED_CHANNELS)));
    data.put("include_profile_pictures", String.valueOf(parts.contains(Part.PROFILE_PICTURES)));
    data.put("include_roles_and_schemes", String.valueOf(parts.contains(Part.ROLES)));
    return data;
  }

  private Set<String> exports() throws IOException {
    Set<String> names = new TreeSet<>();
    client.ask(Call.get("/exports")).forEach(name -> names.add(name.asText()));
    return names;
  }

  /** Success comes before the file is whole (trap 7), and on 5.37 under another name (trap 8). */
  private String download(ServerJob job, Path to) throws IOException {
    staging.phase("downloading the export", -1);
    long begun = clock.millis();
    String wrong = "it is not there";
    for (int round = 0; clock.millis() - begun < WRITING.toMillis(); round++) {
      if (round > 0) {
        pause.pause(Duration.ofSeconds(Math.min(30, 2L << Math.min(round, 4))));
      }
      String name = name(job);
      if (new Download(client, pause, staging::update).fetch(name, to)) {
        Optional<String> defect = WholeZip.defect(to);
        if (defect.isEmpty()) {
          return name;
        }
        wrong = defect.get();
      }
      Files.deleteIfExists(to);
    }
    throw ExportProblem.NEVER_WHOLE.thrown(client.name(), WRITING.toMinutes(), wrong);
  }

  /** That of the job, unless a file of another name has come since it was started. */
  private String name(ServerJob job) throws IOException {
    Set<String> now = exports();
    String usual = job.id() + "_export.zip";
    if (now.contains(usual)) {
      return usual;
    }
    now.removeAll(Set.of(notes.get(JobNotes.FILES).split("\n")));
    return now.stream().filter(name -> name.endsWith("_export.zip")).findFirst().orElse(usual);
  }
}
