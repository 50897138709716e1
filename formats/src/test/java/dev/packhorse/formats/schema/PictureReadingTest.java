package dev.packhorse.formats.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A disk that fails says nothing about the picture; an archive that is damaged does. */
class PictureReadingTest {
  private static final String LINES =
      """
      {"type":"version","version":1}
      {"type":"emoji","emoji":{"name":"crab","image":"emoji.png"}}
      {"type":"emoji","emoji":{"name":"crab2","image":"emoji.svg"}}
      {"type":"user","user":{"username":"anna","email":"a@example.org","profile_image":"anna.png"}}
      {"type":"user","user":{"username":"ben","email":"b@example.org","teams":[{"name":"crew"}]}}
      """;

  private static List<String> found(String files) throws IOException {
    Map<String, String> all =
        Map.of("data/emoji.png", files, "data/emoji.svg", files, "data/anna.png", files);
    return new Inspection(TargetProfile.newest())
        .run(LINES.getBytes(StandardCharsets.UTF_8), new byte[0], new TestFiles(all)).found.stream()
            .map(String::valueOf)
            .filter(found -> found.contains("image."))
            .toList();
  }

  @Test
  void aPictureThatCannotBeReadIsToldAndCostsNoRecord() throws IOException {
    assertThat(found("unreadable"))
        .containsExactly(
            "2 warning image.unreadable /emoji/image",
            "3 warning image.unreadable /emoji/image",
            "4 warning image.unreadable /user/profile_image");
  }

  @Test
  void aPictureThatIsDamagedInItsArchiveIsNone() throws IOException {
    assertThat(found("damaged"))
        .containsExactly(
            "2 warning image.undecodable /emoji/image",
            "3 warning image.undecodable /emoji/image",
            "4 error image.undecodable /user/profile_image");
  }
}
