package hallmonitor.ingest.connector.mastodon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.StreamSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MastodonStreamTest {
  private HttpServer server;
  private int status = 200;
  private String instance = "{}";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v2/instance", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = instance.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private StreamSource stream() {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    AccountSecrets secrets = new AccountSecrets(Path.of("none"), name -> "token");
    RateBudget budget = new RateBudget(100, 100, System::nanoTime);
    return new Mastodon()
        .connect(new Access("masto", url, "credential", secrets, budget)).stream().orElseThrow();
  }

  /** As the server describes itself (https://docs.joinmastodon.org/entities/Instance/). */
  private void streamsOn(String address) {
    instance = "{\"configuration\":{\"urls\":{\"streaming\":\"%s\"}}}".formatted(address);
  }

  @Test
  void theServerSaysWhereItsStreamIsAndTheTokenGoesInAHeader() throws Exception {
    streamsOn("ws://127.0.0.1:4000");
    StreamSource.Address address = stream().address().orElseThrow();
    assertThat(address.uri())
        .hasToString("ws://127.0.0.1:4000/api/v1/streaming?stream=user:notification");
    assertThat(address.headers()).isEqualTo(Map.of("Authorization", "Bearer token"));
    assertThat(address.toString()).as("for logs").doesNotContain("token");
  }

  @Test
  void aServerWithoutAStreamIsOnlyPolled() throws Exception {
    assertThat(stream().address()).isEmpty();
    status = 404;
    assertThat(stream().address()).as("it does not describe itself, as snac").isEmpty();
    status = 503;
    assertThatThrownBy(() -> stream().address()).isInstanceOf(PlatformException.class);
  }

  @Test
  void theTokenGoesToNoOtherHost() {
    streamsOn("wss://elsewhere.example");
    assertThatThrownBy(() -> stream().address())
        .isInstanceOfSatisfying(
            PlatformException.class,
            e -> assertThat(e.fault().sentence()).contains("on another host"));
  }

  @Test
  void aHostBelowTheSitesOwnIsItsOwn() {
    URI site = URI.create("https://mastodon.social");
    assertThat(StreamHost.of("wss://streaming.mastodon.social", site)).isPresent();
    assertThat(StreamHost.of("wss://mastodon.social", site)).isPresent();
    assertThat(StreamHost.of("wss://evilmastodon.social", site)).isEmpty();
    assertThat(StreamHost.of("ws://mastodon.social", site)).as("not encrypted").isEmpty();
    assertThat(StreamHost.of("no address at all", site)).isEmpty();
  }

  private static String notification(String type) {
    return """
        {"stream":["user:notification"],"event":"notification","payload":"{\\"id\\":\\"68739215\\",\\"type\\":\\"%s\\"}"}"""
        .formatted(type);
  }

  @Test
  void mentionsAndEditsAreNewsAndStarsAreNot() {
    StreamSource stream = stream();
    assertThat(stream.isNews(notification("mention"))).isTrue();
    assertThat(stream.isNews(notification("update"))).isTrue();
    assertThat(stream.isNews(notification("favourite"))).isFalse();
    assertThat(stream.isNews("{\"event\":\"filters_changed\"}")).isFalse();
    assertThat(stream.isNews("{\"event\":\"notification\",\"payload\":\"no JSON\"}")).isFalse();
    assertThat(stream.isNews("no JSON")).isFalse();
  }
}
