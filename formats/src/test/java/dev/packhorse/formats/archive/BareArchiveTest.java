package dev.packhorse.formats.archive;

import static dev.packhorse.formats.archive.ArchiveTests.bytes;
import static dev.packhorse.formats.archive.ArchiveTests.codes;
import static dev.packhorse.formats.archive.ArchiveTests.gzip;
import static dev.packhorse.formats.archive.ArchiveTests.join;
import static dev.packhorse.formats.archive.ArchiveTests.lines;
import static dev.packhorse.formats.archive.ArchiveTests.open;
import static dev.packhorse.formats.archive.ArchiveTests.refusal;
import static dev.packhorse.formats.archive.ArchiveTests.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import dev.packhorse.formats.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BareArchiveTest {
  private static final String TEXT = "{\"type\":\"version\"}\n{\"type\":\"team\"}\n";
  private static final int HALF = 20;

  @TempDir Path folder;
  private byte[] plain;
  private byte[] gzip;
  private byte[] zstd;

  @BeforeEach
  void makeEachFormInTwoParts() throws IOException {
    plain = bytes(TEXT);
    gzip = join(gzip(TEXT.substring(0, HALF)), gzip(TEXT.substring(HALF)));
    zstd = join(zstd(TEXT.substring(0, HALF)), zstd(TEXT.substring(HALF)));
  }

  private static byte[] zstd(String text) {
    try (ZstdCompressCtx context = new ZstdCompressCtx()) {
      return context.setChecksum(true).compress(bytes(text));
    }
  }

  private byte[] content(String ending) {
    return switch (ending) {
      case "jsonl.gz" -> gzip;
      case "jsonl.zst" -> zstd;
      default -> plain;
    };
  }

  private Path file(String ending, byte[] content) throws IOException {
    return write(folder.resolve("chat." + ending), content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "jsonl.gz", "jsonl.zst"})
  void lines_are_read_from_every_offset(String ending) throws IOException {
    try (BulkArchive archive = open(file(ending, content(ending)))) {
      for (int offset = 0; offset <= TEXT.length(); offset++) {
        assertThat(lines(archive, offset)).isEqualTo(TEXT.substring(offset));
      }
      assertThat(archive.form().word()).isEqualTo(ending);
      assertThat(archive.linesName()).isEqualTo("chat." + ending);
      assertThat(archive.problems()).isEmpty();
      assertThat(archive.files().known()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "jsonl.gz", "jsonl.zst"})
  void an_offset_behind_the_end_is_refused(String ending) throws IOException {
    try (BulkArchive archive = open(file(ending, content(ending)))) {
      assertThat(refusal(() -> archive.openLines(TEXT.length() + 1)))
          .isEqualTo(ArchiveProblem.LINES_SHORTER);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "jsonl.gz", "jsonl.zst"})
  void progress_ends_at_the_stored_size(String ending) throws IOException {
    try (BulkArchive archive = open(file(ending, content(ending)));
        LinesStream in = archive.openLines(0)) {
      assertThat(in.storedPosition()).isZero();
      in.readAllBytes();
      assertThat(in.storedPosition()).isEqualTo(archive.storedSize());
    }
  }

  @Test
  void only_plain_lines_know_their_size() throws IOException {
    try (BulkArchive lines = open(file("jsonl", plain));
        BulkArchive packed = open(file("jsonl.gz", gzip))) {
      assertThat(lines.linesSize()).isEqualTo(plain.length);
      assertThat(packed.linesSize()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl.gz", "jsonl.zst"})
  void a_file_cut_off_anywhere_but_between_its_parts_is_noticed(String ending) throws IOException {
    byte[] whole = content(ending);
    int seam =
        ending.equals("jsonl.gz")
            ? gzip(TEXT.substring(0, HALF)).length
            : zstd(TEXT.substring(0, HALF)).length;
    for (int length = 0; length < whole.length; length++) {
      Path cut = file(ending, Arrays.copyOf(whole, length));
      if (length != seam && length > 3) {
        assertThat(reading(cut)).as("%d bytes", length).isEqualTo(ArchiveProblem.CUT_OFF);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl.gz", "jsonl.zst"})
  void an_empty_file_of_a_compressed_form_is_cut_off(String ending) throws IOException {
    assertThat(reading(file(ending, new byte[0]))).isEqualTo(ArchiveProblem.CUT_OFF);
  }

  @Test
  void an_empty_file_of_lines_is_empty() throws IOException {
    try (BulkArchive archive = open(file("jsonl", new byte[0]))) {
      assertThat(lines(archive)).isEmpty();
    }
  }

  private static ProblemCode reading(Path file) {
    return refusal(
        () -> {
          try (BulkArchive archive = open(file)) {
            lines(archive);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl.gz", "jsonl.zst"})
  void what_is_appended_to_the_compressed_data_is_not_hidden(String ending) throws IOException {
    Path file = file(ending, join(content(ending), bytes("more lines")));
    assertThat(reading(file)).isEqualTo(ArchiveProblem.TRAILING_BYTES);
  }

  @Test
  void zero_bytes_behind_a_gzip_are_padding() throws IOException {
    try (BulkArchive archive = open(file("jsonl.gz", join(gzip, new byte[512])))) {
      assertThat(lines(archive)).isEqualTo(TEXT);
    }
  }

  @Test
  void a_wrong_checksum_of_a_gzip_member_is_noticed() throws IOException {
    gzip[gzip.length - 8] ^= 1;
    assertThat(reading(file("jsonl.gz", gzip))).isEqualTo(ArchiveProblem.ENTRY_WRONG_CRC);
  }

  @Test
  void a_wrong_size_of_a_gzip_member_is_noticed() throws IOException {
    gzip[gzip.length - 1] ^= 1;
    assertThat(reading(file("jsonl.gz", gzip))).isEqualTo(ArchiveProblem.ENTRY_WRONG_SIZE);
  }

  @Test
  void frames_before_an_offset_are_not_unpacked() throws IOException {
    byte[] first = zstd(TEXT.substring(0, HALF));
    first[first.length - 6] ^= 0x55; // in its last block
    byte[] note = {0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3}; // a frame to be skipped
    byte[] whole = join(join(first, note), zstd(TEXT.substring(HALF)));
    try (BulkArchive archive = open(file("jsonl.zst", whole))) {
      assertThat(lines(archive, HALF)).isEqualTo(TEXT.substring(HALF));
      assertThat(lines(archive, HALF + 7)).isEqualTo(TEXT.substring(HALF + 7));
      assertThat(refusal(() -> lines(archive, HALF - 1)))
          .isIn(ArchiveProblem.ENTRY_DAMAGED, ArchiveProblem.ENTRY_WRONG_CRC);
    }
  }

  @Test
  void frames_that_do_not_say_how_long_they_are_are_unpacked() throws IOException {
    byte[] first;
    try (ZstdCompressCtx context = new ZstdCompressCtx()) {
      context.setContentSize(false);
      first = context.compress(bytes(TEXT.substring(0, HALF)));
    }
    byte[] whole = join(first, zstd(TEXT.substring(HALF)));
    try (BulkArchive archive = open(file("jsonl.zst", whole))) {
      for (int offset = 0; offset <= TEXT.length(); offset++) {
        assertThat(lines(archive, offset)).isEqualTo(TEXT.substring(offset));
      }
    }
  }

  @Test
  void a_wrong_checksum_of_a_zstd_frame_is_noticed() throws IOException {
    zstd[zstd.length - 1] ^= 1;
    assertThat(reading(file("jsonl.zst", zstd))).isEqualTo(ArchiveProblem.ENTRY_WRONG_CRC);
  }

  @Test
  void broken_deflate_data_is_damage() throws IOException {
    gzip[10] = (byte) 0xFF;
    assertThat(reading(file("jsonl.gz", gzip))).isEqualTo(ArchiveProblem.ENTRY_DAMAGED);
  }

  @Test
  void names_and_comments_in_a_gzip_header_are_skipped() throws IOException {
    byte[] member = gzip(TEXT);
    byte[] header = {0x1F, (byte) 0x8B, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 3};
    byte[] extra = {6, 0, 'P', 'H', 2, 0, 9, 9};
    byte[] fields = join(extra, bytes("a\0b\0"), new byte[] {7, 7});
    byte[] rest = Arrays.copyOfRange(member, 10, member.length);
    try (BulkArchive archive = open(file("jsonl.gz", join(header, fields, rest)))) {
      assertThat(lines(archive)).isEqualTo(TEXT);
    }
  }

  /** Other programs pass over it; Commons Compress reads what is in it (decision 0002). */
  @Test
  void an_extra_field_that_breaks_rfc_1952_is_damage() throws IOException {
    byte[] member = gzip(TEXT);
    byte[] header = {0x1F, (byte) 0x8B, 8, 4, 0, 0, 0, 0, 0, 3, 2, 0, 9, 9};
    byte[] rest = Arrays.copyOfRange(member, 10, member.length);
    Path file = file("jsonl.gz", join(header, rest));
    assertThat(reading(file)).isEqualTo(ArchiveProblem.ENTRY_DAMAGED);
  }

  @Test
  void a_later_gzip_member_is_checked_like_the_first() throws IOException {
    byte[] second = gzip.clone();
    second[second.length - 8] ^= 1;
    assertThat(reading(file("jsonl.gz", join(gzip, second))))
        .isEqualTo(ArchiveProblem.ENTRY_WRONG_CRC);
    byte[] single = gzip(TEXT);
    for (int length = 1; length < single.length; length++) {
      byte[] cut = join(gzip, Arrays.copyOf(single, length));
      assertThat(reading(file("jsonl.gz", cut))).isEqualTo(ArchiveProblem.CUT_OFF);
    }
  }

  @Test
  void a_gzip_bomb_is_stopped_while_reading() throws IOException {
    ArchiveLimits limits = new ArchiveLimits(100, 1 << 20, 10, Long.MAX_VALUE);
    Path bomb = file("jsonl.gz", gzip("\n".repeat(4 << 20)));
    try (BulkArchive archive = BulkArchive.open(bomb, limits)) {
      assertThat(refusal(() -> lines(archive))).isEqualTo(ArchiveProblem.BOMB_RATIO);
    }
  }

  @Test
  void a_zstd_bomb_is_stopped_while_reading() throws IOException {
    ArchiveLimits limits = new ArchiveLimits(500, 1 << 20, 10, Long.MAX_VALUE);
    Path bomb = file("jsonl.zst", Zstd.compress(new byte[8 << 20]));
    try (BulkArchive archive = BulkArchive.open(bomb, limits)) {
      assertThat(refusal(() -> lines(archive))).isEqualTo(ArchiveProblem.BOMB_RATIO);
    }
  }

  @Test
  void content_goes_before_name_and_the_user_is_told() throws IOException {
    try (BulkArchive packed = open(file("jsonl", gzip));
        BulkArchive lines = open(file("jsonl.zst", plain))) {
      assertThat(packed.form()).isEqualTo(ArchiveForm.LINES_GZIP);
      assertThat(lines(packed)).isEqualTo(TEXT);
      assertThat(codes(packed)).containsExactly(ArchiveProblem.MISNAMED);
      assertThat(lines.form()).isEqualTo(ArchiveForm.LINES);
      assertThat(packed.problems().get(0).message()).contains("jsonl.gz");
    }
  }

  @Test
  void other_packers_are_named() throws IOException {
    assertThat(refusal(write(folder.resolve("x.jsonl.bz2"), "BZh91AY&SY")))
        .isEqualTo(ArchiveProblem.UNSUPPORTED_FORM);
  }

  @Test
  void a_missing_file_is_said_to_be_missing() {
    assertThat(refusal(folder.resolve("nowhere.zip"))).isEqualTo(ArchiveProblem.NOT_FOUND);
  }

  @Test
  void a_change_of_the_file_changes_its_fingerprint() throws IOException {
    Path file = file("jsonl", plain);
    try (BulkArchive archive = open(file)) {
      String before = archive.fingerprint();
      assertThat(archive.fingerprint()).isEqualTo(before);
      plain[5] ^= 1;
      var time = Files.getLastModifiedTime(file);
      Files.setLastModifiedTime(Files.write(file, plain), time);
      assertThat(archive.fingerprint()).isNotEqualTo(before);
    }
  }

  @Test
  void an_interrupted_reader_does_not_stop_the_others() throws IOException {
    try (BulkArchive archive = open(file("jsonl", plain))) {
      Thread.currentThread().interrupt();
      lines(archive);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(lines(archive)).isEqualTo(TEXT);
    }
  }
}
