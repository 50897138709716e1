package dev.packhorse.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.archive.ArchiveFiles;
import dev.packhorse.formats.archive.ArchiveLimits;
import dev.packhorse.formats.archive.BulkArchive;
import dev.packhorse.formats.archive.OutgoingFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AcmeSampleTest {
  private static final Path COMMITTED = Path.of("acme.zip");

  /** Deflated bytes differ between releases of zlib, so the contents are compared. */
  @Test
  void the_committed_archive_is_what_the_program_writes() throws IOException {
    AcmeSample acme = AcmeSample.make();
    try (BulkArchive archive = BulkArchive.open(COMMITTED, ArchiveLimits.DEFAULT);
        InputStream lines = archive.openLines(0)) {
      assertThat(archive.problems()).isEmpty();
      assertThat(lines.readAllBytes()).isEqualTo(acme.lines());
      ArchiveFiles files = archive.files();
      assertThat(files.count()).isEqualTo(acme.files().size());
      for (OutgoingFile file : acme.files()) {
        try (InputStream there = files.open(files.find(file.name()));
            InputStream here = file.opener().open()) {
          assertThat(there.readAllBytes()).isEqualTo(here.readAllBytes());
        }
      }
    }
  }

  @Test
  void it_is_small_enough_to_carry_along() throws IOException {
    assertThat(Files.size(COMMITTED)).isLessThan(250_000);
  }

  @Test
  void its_flaws_are_those_that_were_put_in() throws IOException {
    assertThat(Survey.of(COMMITTED).stream().map(found -> found.split(" ")[1]).toList())
        .containsExactlyInAnyOrder(FLAWS);
  }

  private static final String[] FLAWS = {
    "reference.case",
    "reference.case",
    "post.message.too-long",
    "reference.user.unknown",
    "post.create-at.seconds",
    "reaction.create-at.before-message",
    "post.attachments.too-many",
    "reply.create-at.repeated",
    "reply.create-at.repeated",
    "reply.create-at.before-root",
    "attachment.file.missing",
    "attachment.path.data-prefix",
    "attachment.path.data-prefix",
    "attachment.path.data-prefix",
    "attachment.path.data-prefix",
    "attachment.path.data-prefix",
    "attachment.path.data-prefix",
    "direct-channel.participant.no-role",
    "line.blank",
    "line.not-json",
    "line.repeated",
  };
}
