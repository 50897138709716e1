package dev.packhorse.connectors.store;

import dev.packhorse.connectors.spi.FileStoreAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of a bucket with its options.
 *
 * @param name the address as the user knows it, without secrets
 * @param prefix of all keys, ending in a slash; empty for none
 * @param endpoint null for the one of AWS in this region
 * @param region null to leave it to the environment
 * @param accessKey null to leave both keys to the environment
 */
record S3Address(
    String name,
    String bucket,
    String prefix,
    URI endpoint,
    String region,
    String accessKey,
    String secretKey,
    String sessionToken,
    boolean pathStyle) {
  static final String SCHEME = "s3://";

  private static final Set<String> OPTIONS =
      Set.of(
          "endpoint", "region", "access-key", "secret-key", "session-token", "ssl", "path-style");

  /** Servers of these names find the bucket by the host's name; others are asked by path. */
  private static final Pattern BY_HOST =
      Pattern.compile(".*(amazonaws\\.com(\\.cn)?|googleapis\\.com|aliyuncs\\.com)");

  private static final Pattern REGION_OF_HOST =
      Pattern.compile("s3[.-](?:dualstack\\.)?([a-z]{2}(?:-[a-z]+)+-\\d)\\.amazonaws\\.com.*");

  /**
   * @throws dev.packhorse.formats.problem.ProblemException {@code store.bad-address}, {@code
   *     store.keys.missing}
   */
  static S3Address parse(FileStoreAddress address) {
    String name = address.text();
    Map<String, String> options = address.options();
    Set<String> unknown = new TreeSet<>(options.keySet());
    unknown.removeAll(OPTIONS);
    if (!unknown.isEmpty()) {
      throw bad(name, "there is no option " + unknown.iterator().next());
    }
    String rest = name.substring(SCHEME.length());
    int slash = rest.indexOf('/');
    String bucket = slash < 0 ? rest : rest.substring(0, slash);
    if (!bucket.matches("[A-Za-z0-9][A-Za-z0-9._-]{1,62}")) {
      throw bad(name, "it has no name of a bucket behind s3://");
    }
    String accessKey = given(options, "access-key");
    String secretKey = given(options, "secret-key");
    if ((accessKey == null) != (secretKey == null)) {
      throw StoreProblem.KEYS_MISSING.thrown(name);
    }
    URI endpoint = endpoint(name, options);
    return new S3Address(
        name,
        bucket,
        prefix(slash < 0 ? "" : rest.substring(slash)),
        endpoint,
        region(given(options, "region"), endpoint),
        accessKey,
        secretKey,
        given(options, "session-token"),
        pathStyle(name, bucket, given(options, "path-style"), endpoint));
  }

  private static RuntimeException bad(String name, String why) {
    return StoreProblem.BAD_ADDRESS.thrown(name, why);
  }

  private static String given(Map<String, String> options, String option) {
    String value = options.get(option);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static String prefix(String path) {
    String bare = path.replaceAll("^/+|/+$", "");
    return bare.isEmpty() ? "" : bare + "/";
  }

  private static URI endpoint(String name, Map<String, String> options) {
    String endpoint = given(options, "endpoint");
    // That host stands for AWS as such; each region has one of its own.
    if (endpoint == null || endpoint.equals("s3.amazonaws.com")) {
      return null;
    }
    boolean ssl = flag(name, "ssl", given(options, "ssl"), true);
    String url = endpoint.contains("://") ? endpoint : (ssl ? "https://" : "http://") + endpoint;
    try {
      URI uri = new URI(url);
      if (uri.getHost() == null || !uri.getScheme().matches("https?")) {
        throw bad(name, "the endpoint " + endpoint + " is no host and no URL");
      }
      return new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), null, null, null);
    } catch (URISyntaxException e) {
      throw bad(name, "the endpoint " + endpoint + " is no host and no URL");
    }
  }

  private static boolean flag(String name, String option, String value, boolean usual) {
    if (value == null) {
      return usual;
    }
    if (!value.equals("true") && !value.equals("false")) {
      throw bad(name, option + " is true or false");
    }
    return value.equals("true");
  }

  private static String region(String given, URI endpoint) {
    if (given != null || endpoint == null) {
      return given;
    }
    Matcher matcher = REGION_OF_HOST.matcher(endpoint.getHost());
    // Servers of other makers take any, most of them expect this one.
    return matcher.matches() ? matcher.group(1) : "us-east-1";
  }

  private static boolean pathStyle(String name, String bucket, String given, URI endpoint) {
    boolean byHost =
        (endpoint == null || BY_HOST.matcher(endpoint.getHost()).matches())
            // A certificate for *.host does not cover a host with one more dot.
            && bucket.indexOf('.') < 0;
    return flag(name, "path-style", given, !byHost);
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return name;
  }
}
