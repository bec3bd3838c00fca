package hallmonitor.standin;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.standin.web.LoopbackServer;
import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Tests where the small web server listens, and which names it answers to. */
class LoopbackServerTest {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  /** As in a container: what is published to its host's loopback arrives at another address. */
  private static final byte[] CONTAINERS_OWN = {127, 0, 0, 2};

  private static LoopbackServer at(byte[] address) throws IOException {
    return LoopbackServer.start(
        InetAddress.getByAddress(address), 0, "test page", request -> RouteAnswer.ok("here"));
  }

  private static boolean takesConnections(byte[] address, int port) {
    try (Socket socket = new Socket(InetAddress.getByAddress(address), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void itListensWhereItIsToldAndNowhereElse() throws IOException {
    try (LoopbackServer server = at(CONTAINERS_OWN)) {
      assertThat(takesConnections(CONTAINERS_OWN, server.port())).isTrue();
      assertThat(takesConnections(LOOPBACK, server.port())).isFalse();
    }
    try (LoopbackServer server =
        LoopbackServer.start(0, "test page", request -> RouteAnswer.ok("here"))) {
      assertThat(takesConnections(LOOPBACK, server.port())).isTrue();
      assertThat(takesConnections(CONTAINERS_OWN, server.port())).isFalse();
    }
  }

  @Test
  void anotherAddressDoesNotOpenItToForeignNames() throws IOException {
    try (LoopbackServer server = at(CONTAINERS_OWN)) {
      HttpURLConnection foreign =
          (HttpURLConnection)
              URI.create("http://127.0.0.2:" + server.port() + "/").toURL().openConnection();

      assertThat(foreign.getResponseCode()).isEqualTo(421);
    }
  }
}
