package hallmonitor.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PushFixture;
import hallmonitor.ingest.connector.feed.Rss;
import hallmonitor.testparts.TestPorts;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed's connector and the endpoint together, with a site that is its own hub. */
class HubSubscriptionTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<Map<String, String>> asked = new LinkedBlockingQueue<>();
  private final AtomicInteger woken = new AtomicInteger();
  private HttpServer site;
  private PushEndpoint endpoint;

  @BeforeEach
  void start() throws Exception {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String url = "http://127.0.0.1:" + site.getAddress().getPort();
    String feed =
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Comments</title><id>x</id>"
            + "<updated>2026-05-01T10:00:00Z</updated><link rel=\"hub\" href=\"%1$s/hub\"/><link rel=\"self\" href=\"%1$s/feed\"/></feed>"
                .formatted(url);
    serve("/feed", 200, feed);
    serve("/hub", 202, "");
    site.start();
    Map<String, String> secrets = Map.of("HALLMONITOR_SECRET_PUSH_FEED", "district-secret");
    Connector connector =
        new Rss()
            .connect(
                new Platform.Access(
                    "feed",
                    URI.create(url + "/feed"),
                    "feed",
                    new AccountSecrets(Path.of("no-such-folder"), secrets::get),
                    new RateBudget(100, 100, System::nanoTime)));
    connector.poll("");
    int port = TestPorts.one();
    endpoint =
        new PushEndpoint(
                vertx,
                new PushEndpoint.Settings(
                    URI.create("http://127.0.0.1:" + port), "127.0.0.1", port, 100, 100),
                only(
                    new PushTarget(
                        "feed",
                        "rss",
                        connector.push().orElseThrow(),
                        woken::incrementAndGet,
                        true)),
                (account, outcome) -> {})
            .start();
  }

  @AfterEach
  void stop() {
    endpoint.close();
    site.stop(0);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void serve(String path, int status, String body) {
    site.createContext(
        path,
        exchange -> {
          String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          if (!form.isEmpty()) {
            asked.add(parameters(form));
          }
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static Map<String, String> parameters(String form) {
    Map<String, String> all = new HashMap<>();
    for (String pair : form.split("&")) {
      String[] parts = pair.split("=", 2);
      all.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    return all;
  }

  private static PushTargets only(PushTarget target) {
    return new PushTargets() {
      @Override
      public Optional<PushTarget> target(String account) {
        return Optional.of(target).filter(t -> t.account().equals(account));
      }

      @Override
      public List<PushTarget> all() {
        return List.of(target);
      }
    };
  }

  private int deliver(String callback, String secret) throws Exception {
    String hex = HexFormat.of().formatHex(PushFixture.hmac("HmacSHA1", secret, "<feed/>"));
    HttpRequest delivery =
        HttpRequest.newBuilder(URI.create(callback))
            .header("X-Hub-Signature", "sha1=" + hex)
            .POST(BodyPublishers.ofString("<feed/>"))
            .build();
    return http.send(delivery, BodyHandlers.discarding()).statusCode();
  }

  @Test
  void theHubThatTheFeedNamesIsAskedConfirmsAndWakesTheAccount() throws Exception {
    Map<String, String> subscription = asked.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(subscription).as("the hub is asked").isNotNull();
    String callback = subscription.get("hub.callback");
    String question =
        "%s&hub.mode=subscribe&hub.topic=%s&hub.challenge=c-1&hub.lease_seconds=600"
            .formatted(callback, subscription.get("hub.topic"));
    HttpResponse<String> confirmed =
        http.send(HttpRequest.newBuilder(URI.create(question)).build(), BodyHandlers.ofString());
    assertThat(confirmed.body()).isEqualTo("c-1");
    assertThat(deliver(callback, "guessed")).isEqualTo(403);
    assertThat(woken).hasValue(0);
    assertThat(deliver(callback, subscription.get("hub.secret"))).isEqualTo(200);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(woken).hasValue(1));
  }
}
