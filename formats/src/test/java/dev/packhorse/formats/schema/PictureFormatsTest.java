package dev.packhorse.formats.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFormatsTest {
  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif"})
  void readsWhatJavaWrites(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 7, BufferedImage.TYPE_INT_RGB), format, out);
    assertThat(pixels(out.toByteArray())).isEqualTo(2100);
    for (int length = 0; length < 10; length++) {
      assertThat(pixels(Arrays.copyOf(out.toByteArray(), length))).isEqualTo(ImageHeader.UNKNOWN);
    }
  }

  /** A segment with a preview picture in it, fill bytes, and the frame only behind them. */
  @Test
  void passesOverSegmentsOfJpeg() throws IOException {
    String exif = "ffd8ffe100144578696600ffc0001108ffffffff000000000000";
    String frame = "ffffffdb0004aaaaffc2001108000a0014030000000000000000";
    assertThat(pixels(hex(exif.substring(0, 8 + 2 * 0x14) + frame))).isEqualTo(200);
    assertThat(pixels(hex("ffd8ffc0001108000a0014030000"))).isEqualTo(200);
    assertThat(pixels(hex("ffd8ffd90000000000000000"))).isEqualTo(ImageHeader.UNKNOWN);
    assertThat(pixels(hex("ffd8ffe00001000000000000"))).isEqualTo(ImageHeader.UNKNOWN);
  }

  @Test
  void readsWebp() throws IOException {
    String head = "5249464600000000" + "57454250";
    assertThat(pixels(hex(head + "56503858" + "0a000000" + "00000000" + "090000" + "130000")))
        .isEqualTo(200);
    assertThat(pixels(hex(head + "5650384c" + "0a000000" + "2f" + "09c00400"))).isEqualTo(200);
    assertThat(pixels(hex(head + "56503820" + "0a000000" + "000000" + "9d012a" + "0a001400")))
        .isEqualTo(200);
    assertThat(pixels(hex(head + "41424344" + "0a000000" + "00000000000000000000")))
        .isEqualTo(ImageHeader.UNKNOWN);
  }

  @Test
  void aSizeOfNothingIsNoSize() throws IOException {
    assertThat(pixels(hex("89504e470d0a1a0a0000000d494844520000000000000001")))
        .isEqualTo(ImageHeader.UNKNOWN);
    assertThat(pixels(hex("89504e470d0a1a0a0000000d49484452ffffffffffffffff")))
        .isEqualTo(ImageHeader.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg/>",
        "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN'"
            + " 'http://localhost:1/svg11.dtd'><svg:svg xmlns:svg='s'><a/></svg:svg>"
      })
  void takesSvg(String text) throws IOException {
    assertThat(isSvg(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "svg",
        "<html><svg/></html>",
        "<svg>",
        "<svg/><svg/>",
        "<!DOCTYPE s [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><svg>&b;</svg>",
        "<!DOCTYPE s [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg>&a;</svg>"
      })
  void refusesWhatIsNoSvg(String text) throws IOException {
    assertThat(isSvg(text)).isFalse();
  }

  private static boolean isSvg(String text) throws IOException {
    return Svg.isWellFormed(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static long pixels(byte[] file) throws IOException {
    return ImageHeader.pixels(new ByteArrayInputStream(file));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
