package dev.packhorse.connectors.database.socket;

import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.conf.RuntimeProperty;
import com.mysql.cj.protocol.StandardSocketFactory;
import dev.packhorse.connectors.spi.socket.UnixSocket;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Made by the MySQL driver, which keeps the file of the socket among its properties. */
public final class MysqlSocketFactory extends StandardSocketFactory {
  /** Name of the property. */
  public static final String FILE = "packhorseSocketFile";

  public MysqlSocketFactory() {}

  @Override
  @SuppressWarnings("unchecked") // the driver's signature; it only ever asks for a socket
  public <T extends Closeable> T connect(
      String host, int port, PropertySet properties, int loginTimeout) throws IOException {
    RuntimeProperty<String> file = properties.getStringProperty(FILE);
    UnixSocket socket = new UnixSocket(Path.of(file.getValue()));
    socket.connect(null);
    this.host = host;
    this.port = port;
    this.rawSocket = socket;
    this.sslSocket = socket;
    return (T) socket;
  }

  @Override
  public void beforeHandshake() {}

  @Override
  public void afterHandshake() {}

  @Override
  public boolean isLocallyConnected(com.mysql.cj.Session session) {
    return true;
  }
}
