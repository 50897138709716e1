package dev.packhorse.connectors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhorse.connectors.spi.FileStoreAddress;
import dev.packhorse.formats.problem.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3AddressTest {

  private static S3Address parse(String text, Map<String, String> options) {
    return S3Address.parse(new FileStoreAddress(text, options));
  }

  @ParameterizedTest
  @CsvSource({
    "s3://chat, ''",
    "s3://chat/, ''",
    "s3://chat/files, files/",
    "s3://chat//deep/files//, deep/files/"
  })
  void whatFollowsTheBucketIsThePrefix(String text, String prefix) {
    S3Address address = parse(text, Map.of());
    assertThat(address.bucket()).isEqualTo("chat");
    assertThat(address.prefix()).isEqualTo(prefix);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, true, -, -, false",
        "s3.amazonaws.com, true, -, -, false",
        "s3.eu-central-1.amazonaws.com, true, https://s3.eu-central-1.amazonaws.com, eu-central-1, false",
        "s3.dualstack.us-west-2.amazonaws.com, true, https://s3.dualstack.us-west-2.amazonaws.com, us-west-2, false",
        "minio:9000, false, http://minio:9000, us-east-1, true",
        "minio.example.org, -, https://minio.example.org, us-east-1, true",
        "http://10.0.0.7:9000/, true, http://10.0.0.7:9000, us-east-1, true"
      })
  void theEndpointMayBeAHostOrAUrl(
      String endpoint, String ssl, String url, String region, boolean pathStyle) {
    Map<String, String> options =
        endpoint == null
            ? Map.of()
            : ssl == null ? Map.of("endpoint", endpoint) : Map.of("endpoint", endpoint, "ssl", ssl);
    S3Address address = parse("s3://chat", options);
    assertThat(address.endpoint() == null ? null : address.endpoint().toString()).isEqualTo(url);
    assertThat(address.region()).isEqualTo(region);
    assertThat(address.pathStyle()).isEqualTo(pathStyle);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://", "s3:///files", "s3://b u", "s3://-x"})
  void anAddressWithoutABucketIsNone(String text) {
    assertBad(text, Map.of());
  }

  @Test
  void optionsThatMakeNoSenseAreTold() {
    assertBad("s3://chat", Map.of("sll", "true"));
    assertBad("s3://chat", Map.of("endpoint", "x", "ssl", "yes"));
    assertBad("s3://chat", Map.of("endpoint", "ftp://x"));
    assertBad("s3://chat", Map.of("endpoint", "a b"));
  }

  private static void assertBad(String text, Map<String, String> options) {
    assertThatThrownBy(() -> parse(text, options))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(StoreProblem.BAD_ADDRESS));
  }

  @Test
  void noTextOfItHoldsASecret() {
    Map<String, String> keys = Map.of("access-key", "AKIA", "secret-key", "hush");
    assertThat(parse("s3://chat", keys).toString()).doesNotContain("AKIA", "hush");
  }

  @Test
  void aBucketWithADotIsAskedByPath() {
    assertThat(parse("s3://chat.example.org", Map.of()).pathStyle()).isTrue();
  }
}
