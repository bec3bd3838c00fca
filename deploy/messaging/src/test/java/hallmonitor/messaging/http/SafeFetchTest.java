package hallmonitor.messaging.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFetchTest {
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch never = new CountDownLatch(1);
  private HttpServer server;
  private String site;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().toString();
          asked.add(path);
          if (path.startsWith("/to?")) {
            exchange.getResponseHeaders().set("Location", path.substring("/to?".length()));
            exchange.sendResponseHeaders(302, -1);
          } else if (path.equals("/slow")) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            try {
              never.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          } else if (path.startsWith("/status")) {
            exchange.sendResponseHeaders(Integer.parseInt(path.substring(7)), -1);
          } else {
            byte[] body = path.equals("/large") ? new byte[2_000] : "picture".getBytes();
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
    site = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    never.countDown();
    server.stop(0);
  }

  @Test
  void theAccountsOwnSiteMayBePrivate() {
    FetchOutcome.Body body = (FetchOutcome.Body) fetch(site + "/a.png");

    assertThat(new String(body.content())).isEqualTo("picture");
    assertThat(body.mediaType()).isEqualTo("image/png");
    assertThat(body.address()).isEqualTo("127.0.0.1");
    assertThat(body.redirects()).containsExactly(site + "/a.png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/",
        "http://localhost:8080/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://inside.example/",
        "http://mixed.example/",
        "file:///etc/passwd",
        "ftp://93.184.216.34/",
        "gopher://93.184.216.34/",
        "http://user:secret@93.184.216.34/",
        "http:///nohost",
        "nonsense",
        "http://exa mple/"
      })
  void whatLeadsInsideOrIsNoWebAddressIsNotFetchedNorTriedAgain(String url) {
    FetchOutcome.Nothing nothing = (FetchOutcome.Nothing) fetch(url);

    assertThat(nothing.again() && !nothing.why().contains("not known")).isFalse();
    assertThat(nothing.asked()).isFalse();
    assertThat(asked).isEmpty();
  }

  @Test
  void anotherPortOfTheSitesHostIsNotTheSite() {
    FetchOutcome fetched =
        fetcher(1_000, 5).fetch(site + "/a.png", Optional.of(URI.create("http://127.0.0.1:1")));

    assertThat(((FetchOutcome.Nothing) fetched).why()).contains("not on the public internet");
    assertThat(asked).isEmpty();
  }

  @Test
  void eachRedirectIsCheckedAnew() {
    FetchOutcome.Nothing nothing =
        (FetchOutcome.Nothing) fetch(site + "/to?http://127.0.0.1:9/latest/meta-data");

    assertThat(nothing.why()).contains("not on the public internet");
    assertThat(nothing.asked()).as("the first site was").isTrue();
  }

  @Test
  void redirectsWithinTheSiteAreFollowedAndKept() {
    FetchOutcome.Body body = (FetchOutcome.Body) fetch(site + "/to?/b.png");

    assertThat(body.redirects()).containsExactly(site + "/to?/b.png", site + "/b.png");
  }

  @Test
  void redirectsWithoutEndAreGivenUp() {
    server.createContext(
        "/circle",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/circle");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    assertThat(((FetchOutcome.Nothing) fetch(site + "/circle")).why())
        .contains("more than 5 times");
  }

  /** The name is resolved once; later answers do not matter. */
  @Test
  void theConnectionGoesToTheAddressThatWasChecked() {
    List<String> questions = new ArrayList<>();
    SafeFetch.Names rebinding =
        host -> {
          questions.add(host);
          return new InetAddress[] {
            InetAddress.getByName(questions.size() == 1 ? "127.0.0.1" : "10.0.0.1")
          };
        };
    int port = server.getAddress().getPort();
    String url = "http://blog.example:" + port + "/a.png";
    try (SafeFetch fetch =
        new SafeFetch(rebinding, new SafeFetch.Caps(1_000, Duration.ofSeconds(5)))) {
      FetchOutcome fetched =
          fetch.fetch(url, Optional.of(URI.create("http://blog.example:" + port)));
      assertThat(fetched).isInstanceOf(FetchOutcome.Body.class);
    }
    assertThat(questions).containsExactly("blog.example");
  }

  @Test
  void whatIsTooLargeIsRefusedForGood() {
    FetchOutcome.Nothing nothing = (FetchOutcome.Nothing) fetch(site + "/large");

    assertThat(nothing)
        .isEqualTo(
            new FetchOutcome.Nothing(
                FetchOutcome.Cause.TOO_LARGE, "It is larger than 1000 bytes.", false, 1_001));
  }

  /** Its size counts like that of the body; otherwise an endless answer fills the memory. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2_000})
  void aHeadWithoutMeasureIsRefused(int headers) {
    server.createContext(
        "/head",
        exchange -> {
          for (int i = 0; i < headers; i++) {
            exchange.getResponseHeaders().set("X-" + i, "x".repeat(200_000 / headers));
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });

    assertThat(fetch(site + "/head")).isInstanceOf(FetchOutcome.Nothing.class);
  }

  @Test
  void whatTakesTooLongIsBrokenOffAndTriedAgain() {
    FetchOutcome.Nothing nothing =
        (FetchOutcome.Nothing)
            fetcher(1_000, 1).fetch(site + "/slow", Optional.of(URI.create(site)));

    assertThat(nothing)
        .isEqualTo(
            new FetchOutcome.Nothing(
                FetchOutcome.Cause.TOO_SLOW, "It took longer than 1.0 seconds.", true, 1));
  }

  @Test
  void aServersTroubleIsTriedAgainAndARefusalIsNot() {
    assertThat(((FetchOutcome.Nothing) fetch(site + "/status503")).again()).isTrue();
    assertThat(((FetchOutcome.Nothing) fetch(site + "/status404")).again()).isFalse();
  }

  private FetchOutcome fetch(String url) {
    return fetcher(1_000, 5).fetch(url, Optional.of(URI.create(site)));
  }

  private static SafeFetch fetcher(long bytes, int seconds) {
    Map<String, String> names =
        Map.of("inside.example", "10.0.0.1", "mixed.example", "93.184.216.34 10.0.0.1");
    return new SafeFetch(
        host -> {
          if (host.endsWith(".example")) {
            if (!names.containsKey(host)) {
              throw new UnknownHostException(host);
            }
            List<InetAddress> all = new ArrayList<>();
            for (String address : names.get(host).split(" ")) {
              all.add(InetAddress.getByName(address));
            }
            return all.toArray(InetAddress[]::new);
          }
          return InetAddress.getAllByName(host);
        },
        new SafeFetch.Caps(bytes, Duration.ofSeconds(seconds)));
  }
}
