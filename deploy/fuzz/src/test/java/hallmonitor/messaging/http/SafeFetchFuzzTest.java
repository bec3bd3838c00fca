package hallmonitor.messaging.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.fuzz.Stranger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole answer of a stranger's server, from the first byte of its status line. */
class SafeFetchFuzzTest {
  private static final ServerSocket SERVER = server();
  private static volatile byte[] answer = new byte[0];
  private static final SafeFetch FETCH =
      new SafeFetch(
          host -> new InetAddress[] {InetAddress.getLoopbackAddress()},
          new SafeFetch.Caps(10_000, Duration.ofSeconds(10)));

  static Stream<Arguments> seeds() {
    return Stream.of(
            "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 3\r\n\r\nabc",
            "HTTP/1.1 302 Found\r\nLocation: http://elsewhere.example/\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 200 OK\r\n\r\nabc")
        .map(text -> Arguments.of((Object) text.getBytes(UTF_8)));
  }

  private static ServerSocket server() {
    try {
      ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread thread = new Thread(() -> serve(server), "strange server");
      thread.setDaemon(true);
      thread.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serve(ServerSocket server) {
    while (true) {
      try (Socket socket = server.accept()) {
        socket.getInputStream().read(new byte[4_096]);
        socket.getOutputStream().write(answer);
      } catch (IOException e) {
        // The reader went away; the next one comes.
      }
    }
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void anyAnswerIsAnOutcome(byte[] input) throws Exception {
    answer = input;
    URI site = URI.create("http://127.0.0.1:" + SERVER.getLocalPort());
    try (var only =
        BugDetectors.allowNetworkConnections((host, port) -> port == SERVER.getLocalPort())) {
      Stranger.meets(() -> FETCH.fetch(site + "/picture", Optional.of(site)));
    }
  }
}
