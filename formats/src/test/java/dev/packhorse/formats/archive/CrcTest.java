package dev.packhorse.formats.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class CrcTest {
  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  @Test
  void the_checksum_of_two_parts_is_that_of_the_whole() {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      byte[] whole = new byte[random.nextInt(5000)];
      random.nextBytes(whole);
      int cut = random.nextInt(whole.length + 1);
      int first = crc(Arrays.copyOf(whole, cut));
      int second = crc(Arrays.copyOfRange(whole, cut, whole.length));
      assertThat(Crc.joined(first, second, whole.length - cut)).isEqualTo(crc(whole));
    }
  }

  @Test
  void lengths_beyond_4_gib_are_joined() {
    // The checksum of 2^33 zero bytes, made of 33 doublings.
    int zeros = crc(new byte[1]);
    for (long length = 1; length < 1L << 33; length *= 2) {
      zeros = Crc.joined(zeros, zeros, length);
    }
    int stepwise = crc(new byte[1 << 20]);
    int sum = stepwise;
    for (int i = 1; i < 1 << 13; i++) {
      sum = Crc.joined(sum, stepwise, 1 << 20);
    }
    assertThat(zeros).isEqualTo(sum);
  }
}
