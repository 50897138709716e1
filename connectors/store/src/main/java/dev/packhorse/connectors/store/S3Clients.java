package dev.packhorse.connectors.store;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes clients that end every wait and try again what may pass. */
final class S3Clients {
  private static final int ATTEMPTS = 5;
  private static final int CONNECTIONS = 64;
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration ATTEMPT = Duration.ofMinutes(1);
  private static final Duration CALL = Duration.ofMinutes(4);

  private S3Clients() {}

  /** A client that has not asked anything yet. */
  static S3Client open(S3Address address) {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(
                ApacheHttpClient.builder()
                    .maxConnections(CONNECTIONS)
                    .connectionTimeout(CONNECT)
                    .connectionAcquisitionTimeout(ATTEMPT)
                    .socketTimeout(SILENCE))
            .overrideConfiguration(
                all ->
                    all.apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL)
                        .retryStrategy(
                            StandardRetryStrategy.builder().maxAttempts(ATTEMPTS).build()))
            .region(region(address))
            // Servers of other makers don't send the checksums that AWS invented lately.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .credentialsProvider(credentials(address))
            .forcePathStyle(address.pathStyle());
    if (address.endpoint() == null) {
      // Nobody has to know in which region a bucket of AWS is.
      return builder.crossRegionAccessEnabled(true).build();
    }
    return builder.endpointOverride(address.endpoint()).build();
  }

  /** Looks at the environment and at files only: asking a cloud for it may take long. */
  private static Region region(S3Address address) {
    if (address.region() != null) {
      return Region.of(address.region());
    }
    try {
      return new AwsRegionProviderChain(
              new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
          .getRegion();
    } catch (SdkClientException e) {
      return Region.US_EAST_1;
    }
  }

  private static AwsCredentialsProvider credentials(S3Address address) {
    if (address.accessKey() == null) {
      return DefaultCredentialsProvider.builder().build();
    }
    return StaticCredentialsProvider.create(
        address.sessionToken() == null
            ? AwsBasicCredentials.create(address.accessKey(), address.secretKey())
            : AwsSessionCredentials.create(
                address.accessKey(), address.secretKey(), address.sessionToken()));
  }
}
