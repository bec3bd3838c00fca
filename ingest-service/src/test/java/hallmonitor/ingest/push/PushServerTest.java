package hallmonitor.ingest.push;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hallmonitor.testparts.AmbiguousRequest;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The listener, by its socket. */
class PushServerTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int PLENTY = 1_000_000;

  private final Vertx vertx = Vertx.vertx();
  private final FakeAccounts accounts = new FakeAccounts().with("page", "facebook", "word");
  private final List<String> told = new CopyOnWriteArrayList<>();
  private PushServer server;
  private int port;

  @BeforeEach
  void start() {
    server =
        new PushServer(
            vertx,
            "127.0.0.1",
            0,
            new PushReception(accounts, PLENTY, PLENTY, System::nanoTime),
            (account, outcome) -> told.add(account + " " + outcome.word()));
    port = server.start();
  }

  @AfterEach
  void stop() {
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    return HttpClient.newHttpClient()
        .send(
            request.uri(address).header(FakeAccounts.SIGNATURE, "word").build(),
            BodyHandlers.ofString());
  }

  @Test
  void aRequestWhoseEndIsUnclearIsRefusedAndNothingBehindItAnswered() {
    for (AmbiguousRequest request : AmbiguousRequest.to("/push/page")) {
      assertThat(request.answers(port))
          .as(request.name())
          .hasSizeLessThan(2)
          .allMatch(status -> status.startsWith("HTTP/1.1 4"));
    }
  }

  private int deliver(byte[] body) throws Exception {
    return send(HttpRequest.newBuilder().POST(BodyPublishers.ofByteArray(body)), "/push/page")
        .statusCode();
  }

  @Test
  void aDeliveryIsTakenAndAStrangerLearnsNothing() throws Exception {
    assertThat(deliver(new byte[PushServer.LARGEST])).isEqualTo(200);
    assertThat(accounts.woken()).containsExactly("page");
    HttpResponse<String> lost =
        send(HttpRequest.newBuilder().POST(BodyPublishers.ofString("{}")), "/push/nobody");
    assertThat(lost.statusCode()).isEqualTo(404);
    assertThat(lost.body()).isEmpty();
    assertThat(told).containsExactly("page accepted", "none unknown");
  }

  @Test
  void aQuestionIsAnsweredAsPlainText() throws Exception {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder().GET(), "/push/page?challenge=1158201444&challenge=other");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("1158201444");
    assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/plain");
    assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
  }

  @Test
  void nothingOfHealthOrMetricsIsServedHere() throws Exception {
    assertThat(send(HttpRequest.newBuilder().GET(), "/q/health/live").statusCode()).isEqualTo(404);
    assertThat(send(HttpRequest.newBuilder().GET(), "/q/metrics").statusCode()).isEqualTo(404);
  }

  private static String head(String length) {
    return "POST /push/page HTTP/1.1\r\nHost: monitor.example\r\nX-Signature: word\r\n"
        + length
        + "\r\n\r\n";
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout((int) PATIENCE.toMillis());
    return socket;
  }

  private static String firstLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString();
  }

  @Test
  void aDeliveryThatSaysItIsTooLargeIsRefusedBeforeItIsSent() throws Exception {
    try (Socket socket = connect()) {
      String length = "Content-Length: " + (PushServer.LARGEST + 1);
      socket.getOutputStream().write(head(length).getBytes(US_ASCII));
      assertThat(firstLine(socket.getInputStream())).startsWith("HTTP/1.1 413");
    }
    assertThat(accounts.woken()).isEmpty();
    assertThat(told).containsExactly("page too-large");
  }

  @Test
  void aDeliveryInPartsIsCutWhereItGetsTooLarge() throws Exception {
    byte[] part = new byte[64 * 1024];
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head("Transfer-Encoding: chunked").getBytes(US_ASCII));
      for (int sent = 0; sent <= PushServer.LARGEST; sent += part.length) {
        out.write((Integer.toHexString(part.length) + "\r\n").getBytes(US_ASCII));
        out.write(part);
        out.write("\r\n".getBytes(US_ASCII));
      }
      out.flush();
    } catch (SocketException cut) {
      assertThat(cut).as("the server may close before all is sent").isNotNull();
    }
    await().atMost(PATIENCE).until(() -> told.contains("page too-large"));
    assertThat(accounts.woken()).isEmpty();
  }

  @Test
  void tooManyOpenConnectionsAreClosedAndTheEndpointLivesOn() throws Exception {
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < PushServer.MOST_CONNECTIONS; i++) {
        Socket socket = connect();
        open.add(socket);
        socket.getOutputStream().write(head("Content-Length: 2").getBytes(US_ASCII));
      }
      try (Socket surplus = connect()) {
        assertThat(isCut(surplus)).isTrue();
      }
      assertThat(told).as("a flood shows in the metrics").contains("none too-many");
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(deliver(new byte[2])).isEqualTo(200));
  }

  /** A sender that never finishes does not keep its connection. */
  @Test
  void aSlowDeliveryIsCut() throws Exception {
    try (Socket socket = connect()) {
      socket.getOutputStream().write("POST /push/page HTTP/1.1\r\nX-".getBytes(US_ASCII));
      assertThat(isCut(socket)).isTrue();
    }
    assertThat(accounts.woken()).isEmpty();
  }

  private static boolean isCut(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  private String answer(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return firstLine(socket.getInputStream());
    }
  }

  /** Otherwise each would keep its connection for the maximum time, and fill the log. */
  @ParameterizedTest
  @ValueSource(strings = {"?%zz", "?challenge=%", "?a=b&%=%&challenge=1%2"})
  void aBrokenQueryIsAnsweredAtOnce(String query) throws Exception {
    assertThat(answer("GET /push/page" + query + " HTTP/1.1\r\nHost: m\r\n\r\n"))
        .startsWith("HTTP/1.1 403");
    assertThat(told).containsExactly("page handshake-refused");
  }

  @Test
  void nothingMoreIsReadOfAConnectionThatWasAnswered() throws Exception {
    byte[] one = (head("Content-Length: 2") + "{}").getBytes(US_ASCII);
    try (Socket socket = connect()) {
      socket.getOutputStream().write(one);
      assertThat(firstLine(socket.getInputStream())).startsWith("HTTP/1.1 200");
      socket.getOutputStream().write(one);
      socket.getInputStream().readAllBytes();
    } catch (SocketException cut) {
      assertThat(cut).as("the server closes").isNotNull();
    }
    assertThat(told).containsExactly("page accepted");
  }

  /** Otherwise a few strangers could use up the memory of the service that reads every account. */
  @Test
  void deliveriesThatAreNotFinishedHoldLittleMemoryTogether() throws Exception {
    List<Socket> open = new ArrayList<>();
    byte[] almost = new byte[PushServer.LARGEST - 1];
    try {
      for (int i = 0; i < 2 * PushServer.MOST_HELD / PushServer.LARGEST; i++) {
        Socket socket = connect();
        open.add(socket);
        socket
            .getOutputStream()
            .write(head("Content-Length: " + PushServer.LARGEST).getBytes(US_ASCII));
        try {
          socket.getOutputStream().write(almost);
        } catch (SocketException cut) {
          assertThat(cut).as("turned away").isNotNull();
        }
      }
      await().atMost(PATIENCE).until(() -> told.contains("page too-many"));
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(deliver(new byte[PushServer.LARGEST])).isEqualTo(200));
  }

  @Test
  void aTakenPortIsSaidInOneSentence() {
    try (PushServer second =
        new PushServer(
            vertx,
            "127.0.0.1",
            port,
            new PushReception(accounts, PLENTY, PLENTY, System::nanoTime),
            (account, outcome) -> {})) {
      assertThatThrownBy(second::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("hallmonitor.ingest.push");
    }
  }
}
