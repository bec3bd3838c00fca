package hallmonitor.messaging.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that send what no web server sends, byte for byte. */
class HostileServerTest {
  private static final int BODY_LIMIT = 1_000;

  /** What the sockets of both sides may hold, generously; without a limit it is gigabytes. */
  private static final long NOT_MUCH = 64 << 20;

  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String LONG = "x".repeat(64 << 10);

  /** A beginning, and what follows it without end. */
  private enum Attack {
    ENDLESS_STATUS_LINE("HTTP/1.1 200 ", n -> LONG),
    NO_STATUS_LINE("", n -> "\r\n".repeat(1_000)),
    ENDLESS_HEADER(OK + "X-Long: ", n -> LONG),
    FOLDED_HEADER(OK + "X-Folded: a\r\n", n -> " " + "x".repeat(4_000) + "\r\n"),
    HEADERS_WITHOUT_END(OK, n -> "X-" + n + ": " + "x".repeat(4_000) + "\r\n"),
    ENDLESS_BODY(OK + "\r\n", n -> LONG),
    LARGE_CHUNK(OK + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n", n -> LONG),
    ENDLESS_CHUNK_SIZE(OK + "Transfer-Encoding: chunked\r\n\r\n", n -> "0".repeat(64 << 10)),
    ENDLESS_CHUNK_EXTENSION(OK + "Transfer-Encoding: chunked\r\n\r\n1;", n -> LONG),
    TRAILERS_WITHOUT_END(
        OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n",
        n -> "X-" + n + ": " + "x".repeat(4_000) + "\r\n"),
    FALSE_LENGTH(OK + "Content-Length: 99999999999999\r\n\r\n", n -> LONG);

    private final String begins;
    private final LongFunction<String> goesOn;

    Attack(String begins, LongFunction<String> goesOn) {
      this.begins = begins;
      this.goesOn = goesOn;
    }
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong sent = new AtomicLong();
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerWithoutMeasureIsBrokenOffEarly(Attack attack) {
    answer(attack.begins, attack.goesOn);

    FetchOutcome fetched = fetch(Duration.ofSeconds(20));

    assertThat(fetched).isInstanceOf(FetchOutcome.Nothing.class);
    assertThat(((FetchOutcome.Nothing) fetched).cause())
        .as("long before its time is over")
        .isNotEqualTo(FetchOutcome.Cause.TOO_SLOW);
    assertThat(sent).hasValueLessThan(NOT_MUCH);
  }

  @Test
  void interimAnswersWithoutEndTakeNoLongerThanTheLimit() {
    answer("", n -> "HTTP/1.1 103 Early Hints\r\nLink: </" + n + ">\r\n\r\n");

    FetchOutcome fetched = fetch(Duration.ofSeconds(1));

    assertThat(((FetchOutcome.Nothing) fetched).cause()).isEqualTo(FetchOutcome.Cause.TOO_SLOW);
  }

  @Test
  void aHeadThatComesByteByByteTakesNoLongerThanTheLimit() {
    answer(OK + "X-Slow: ", n -> slowly());

    FetchOutcome fetched = fetch(Duration.ofSeconds(1));

    assertThat(((FetchOutcome.Nothing) fetched).cause()).isEqualTo(FetchOutcome.Cause.TOO_SLOW);
  }

  @Test
  void aServerThatSaysNothingTakesNoLongerThanTheLimit() {
    answer(
        "",
        n -> {
          awaitTheEnd();
          return "";
        });

    FetchOutcome fetched = fetch(Duration.ofSeconds(1));

    assertThat(((FetchOutcome.Nothing) fetched).cause()).isEqualTo(FetchOutcome.Cause.TOO_SLOW);
  }

  private static String slowly() {
    try {
      Thread.sleep(50); // part of the attack, not of the test's timing
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "x";
  }

  private void awaitTheEnd() {
    try {
      new java.util.concurrent.CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(String begins, LongFunction<String> goesOn) {
    threads.execute(
        () -> {
          while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
              threads.execute(() -> swallow(socket));
              OutputStream out = socket.getOutputStream();
              out.write(begins.getBytes(ISO_8859_1));
              for (long n = 0; sent.get() < 4 * NOT_MUCH; n++) {
                byte[] more = goesOn.apply(n).getBytes(ISO_8859_1);
                out.write(more);
                out.flush();
                sent.addAndGet(more.length);
              }
            } catch (IOException e) {
              // the client has broken it off, as it must
            }
          }
        });
  }

  private static void swallow(Socket socket) {
    try {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // closed
    }
  }

  private FetchOutcome fetch(Duration time) {
    URI site = URI.create("http://127.0.0.1:" + server.getLocalPort());
    try (SafeFetch fetch =
        new SafeFetch(InetAddress::getAllByName, new SafeFetch.Caps(BODY_LIMIT, time))) {
      return fetch.fetch(site + "/a.png", Optional.of(site));
    }
  }
}
