package hallmonitor.notifier.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutwardHeartbeatTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicBoolean well = new AtomicBoolean(true);
  private volatile int answer = 200;
  private HttpServer outside;
  private OutwardHeartbeat heartbeat;

  @BeforeEach
  void open() throws IOException {
    outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    outside.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    outside.start();
  }

  @AfterEach
  void close() {
    heartbeat.close();
    outside.stop(0);
  }

  @Test
  void whileAllIsWellItIsAskedAndOtherwiseItsFailAddress() {
    start(Optional.of("http://127.0.0.1:" + outside.getAddress().getPort() + "/ping/abc"), true);
    await().until(() -> asked.equals(List.of("GET /ping/abc")));

    well.set(false);
    heartbeat.wake();
    await().until(() -> asked.equals(List.of("GET /ping/abc", "GET /ping/abc/fail")));
    assertThat(heartbeat.trouble()).isEmpty();
  }

  @Test
  void whatItAnswersInsteadIsNamedWithoutItsAddress() {
    answer = 404;
    start(Optional.of("http://127.0.0.1:" + outside.getAddress().getPort() + "/ping/abc"), true);

    await().until(() -> heartbeat.trouble().isPresent());
    assertThat(heartbeat.trouble()).contains("The outside watch answers 404.");
  }

  @Test
  void anAddressInAPrivateNetworkIsAskedOnlyWhereThatIsMeant() {
    start(Optional.of("http://127.0.0.1:" + outside.getAddress().getPort() + "/ping/abc"), false);

    await().until(() -> heartbeat.trouble().isPresent());
    assertThat(heartbeat.trouble().orElseThrow()).contains("private network").doesNotContain("abc");
    assertThat(asked).isEmpty();
  }

  private void start(Optional<String> address, boolean privateNetwork) {
    heartbeat = new OutwardHeartbeat(() -> address, privateNetwork, well::get).start();
  }
}
