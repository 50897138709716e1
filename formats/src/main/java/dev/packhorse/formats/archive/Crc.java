package dev.packhorse.formats.archive;

/**
 * The checksum of two texts joined, from the checksums of both.
 *
 * <p>A CRC is the remainder of a polynomial over bits. To put n bytes behind a text multiplies its
 * remainder by x to the 8n; the remainder of what was put there is then added, which is xor. The
 * Java library has no such function.
 */
final class Crc {
  // Bit 31 is x to the 0, as CRC-32 writes its polynomials.
  private static final int POLYNOMIAL = 0xEDB88320;
  private static final int ONE = 1 << 31;
  private static final int X_TO_8 = 1 << 31 - 8;

  private Crc() {}

  /**
   * @param length of the second text in bytes
   */
  static int joined(int first, int second, long length) {
    int shift = ONE;
    int square = X_TO_8;
    for (long n = length; n != 0; n >>>= 1) {
      if ((n & 1) != 0) {
        shift = product(square, shift);
      }
      square = product(square, square);
    }
    return product(shift, first) ^ second;
  }

  private static int product(int a, int b) {
    int product = 0;
    int shifted = b;
    for (int bit = ONE; bit != 0; bit >>>= 1) {
      if ((a & bit) != 0) {
        product ^= shifted;
      }
      shifted = shifted >>> 1 ^ ((shifted & 1) != 0 ? POLYNOMIAL : 0);
    }
    return product;
  }
}
