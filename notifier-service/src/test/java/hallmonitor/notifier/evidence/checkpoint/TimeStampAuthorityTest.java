package hallmonitor.notifier.evidence.checkpoint;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TimeStampAuthorityTest {
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  @Test
  void anAnswerWithoutEndIsCutOff() {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (end.getCount() > 0) {
              out.write(new byte[65_536]);
            }
          }
        });

    assertThatThrownBy(() -> authority().stamp(new byte[32]))
        .isInstanceOf(TimeStampAuthority.NoTimeStamp.class)
        .hasMessageContaining("IOException");
  }

  @Test
  @Timeout(40)
  void anAuthorityThatSendsHeadersAndThenNothingIsGivenUp() {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().flush();
          awaitEnd();
        });

    assertThatThrownBy(() -> authority().stamp(new byte[32]))
        .isInstanceOf(TimeStampAuthority.NoTimeStamp.class)
        .hasMessageContaining("within " + Duration.ofSeconds(20).toSeconds() + " s");
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private TimeStampAuthority authority() {
    return new TimeStampAuthority(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
  }
}
