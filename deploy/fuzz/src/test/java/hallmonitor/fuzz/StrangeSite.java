package hallmonitor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.TimeSpan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * A site that gives the same strange answer to every request, and a connector that reads it. The
 * first byte of an input chooses what the connector does, the second the status; the rest is the
 * answer. The fuzzer reports each connection to any other host.
 */
final class StrangeSite {
  /** What a connector does; each reads answers of its own. */
  private enum Question {
    WHO,
    NEW,
    AGAIN,
    HISTORY,
    ONE,
    POSTS,
    BLOCKS,
    PROFILE,
    STREAM,
    HIDE,
    REPLY,
    OBSERVE
  }

  private static final int[] STATUSES = {200, 200, 200, 400, 401, 403, 404, 429, 302, 500};

  /** A connector that goes on for longer would never stop asking. */
  private static final int MOST_REQUESTS = 500;

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost");

  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile byte[] answer = new byte[0];
  private volatile int status = 200;
  private final String type;

  private StrangeSite(String type) {
    this.type = type;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "strange site");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::answer);
    server.start();
  }

  static StrangeSite json() {
    return new StrangeSite("application/json");
  }

  static StrangeSite ofType(String type) {
    return new StrangeSite(type);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      if (requests.incrementAndGet() > MOST_REQUESTS) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      exchange.getResponseHeaders().add("Content-Type", type);
      if (status == 302) {
        exchange.getResponseHeaders().add("Location", "http://elsewhere.example/");
      }
      exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /** Returns each sample as the answer to each question, with a status of success. */
  static Stream<Arguments> seeds(String... samples) {
    return Arrays.stream(samples)
        .map(Stranger::sample)
        .flatMap(
            sample ->
                IntStream.range(0, Question.values().length)
                    .mapToObj(question -> Stranger.seed(with(question, sample))));
  }

  private static byte[] with(int question, byte[] sample) {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.write(question);
    input.write(0);
    input.writeBytes(sample);
    return input.toByteArray();
  }

  /** Has a connector read the input. It may throw a {@link PlatformException} and nothing else. */
  void meets(Platform platform, String credential, byte[] input) throws Exception {
    if (input.length < 2) {
      return;
    }
    Question[] all = Question.values();
    Question question = all[(input[0] & 0xFF) % all.length];
    status = STATUSES[(input[1] & 0xFF) % STATUSES.length];
    answer = Arrays.copyOfRange(input, 2, input.length);
    requests.set(0);
    Connector connector = platform.connect(access(credential));
    try (var only =
        BugDetectors.allowNetworkConnections(
            (host, port) -> THIS_MACHINE.contains(host) && port == server.getAddress().getPort())) {
      Stranger.meets(() -> ask(connector, question), PlatformException.class);
    }
    assertThat(requests.get()).as("requests after one answer").isLessThan(MOST_REQUESTS);
  }

  private Platform.Access access(String credential) {
    return new Platform.Access(
        "school",
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
        "school",
        new AccountSecrets(Path.of("no-such-folder"), name -> credential),
        new RateBudget(1e9, 1e9, System::nanoTime));
  }

  private static void ask(Connector connector, Question question) throws PlatformException {
    UUID act = new UUID(1, 2);
    switch (question) {
      case WHO -> connector.verifyAuth();
      case NEW -> connector.poll(connector.poll("").next());
      case AGAIN -> connector.reconcile(new TimeSpan(Instant.EPOCH, NOW), "");
      case HISTORY -> connector.backfill(Instant.EPOCH, "");
      case ONE -> connector.look("7");
      case POSTS -> {
        if (connector.posts().isPresent()) {
          connector.posts().get().posts("");
        }
      }
      case BLOCKS -> {
        if (connector.blocks().isPresent()) {
          connector.blocks().get().blocks("");
        }
      }
      case PROFILE -> {
        if (connector.profile().isPresent()) {
          connector.profile().get().profile();
        }
      }
      case STREAM -> {
        if (connector.stream().isPresent()) {
          connector.stream().get().address();
        }
      }
      case HIDE -> connector.apply(act, PlatformAction.HIDE, "7");
      case REPLY -> connector.reply(act, "7", "See the school calendar.");
      case OBSERVE -> connector.observe("7");
    }
  }
}
