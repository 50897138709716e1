package dev.packhorse.connectors.store;

import dev.packhorse.connectors.spi.FileStoreAddress;
import java.net.URI;
import java.util.Map;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;

/** A server that speaks S3 and keeps its objects in memory. */
final class S3Server {
  static final String BUCKET = "mattermost";
  private static final String ACCESS_KEY = "AKIAEXAMPLE";
  private static final String SECRET_KEY = "secret/key+of=test";

  private final BlobStoreContext context;
  private final S3Proxy proxy;

  S3Server() throws Exception {
    context =
        ContextBuilder.newBuilder("transient-nio2")
            .credentials("any", "any")
            .build(BlobStoreContext.class);
    blobs().createContainerInLocation(null, BUCKET);
    proxy =
        S3Proxy.builder()
            .blobStore(blobs())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
            .build();
    proxy.start();
  }

  private BlobStore blobs() {
    return context.getBlobStore();
  }

  int port() {
    return proxy.getPort();
  }

  void put(String key, byte[] bytes) {
    blobs().putBlob(BUCKET, blobs().blobBuilder(key).payload(bytes).build());
  }

  Map<String, String> options() {
    return options(port());
  }

  static Map<String, String> options(int port) {
    return Map.of(
        "endpoint",
        "127.0.0.1:" + port,
        "ssl",
        "false",
        "access-key",
        ACCESS_KEY,
        "secret-key",
        SECRET_KEY);
  }

  FileStoreAddress address(String prefix) {
    return new FileStoreAddress("s3://" + BUCKET + prefix, options());
  }

  void close() throws Exception {
    proxy.stop();
    context.close();
  }
}
