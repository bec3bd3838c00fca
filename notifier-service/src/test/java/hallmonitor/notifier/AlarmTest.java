package hallmonitor.notifier;

import static hallmonitor.notifier.Districts.withPeople;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.notifier.clock.DatabaseClock;
import hallmonitor.settings.escalation.EscalationFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the second channel against a real HTTP server. */
class AlarmTest {
  /** What the receiver got. */
  private record Call(Map<String, List<String>> headers, String path, byte[] body) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(e -> e.getKey().equalsIgnoreCase(name))
          .map(e -> e.getValue().get(0))
          .findFirst()
          .orElse("");
    }
  }

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean endless;
  private volatile String redirectTo = "";
  private HttpServer receiver;
  private Mailroom room;
  private Notifier notifier;

  @BeforeEach
  void open() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    receiver.createContext("/", this::receive);
    receiver.setExecutor(Executors.newCachedThreadPool());
    receiver.start();
    room = new Mailroom();
    room.secrets.put("url", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
    room.secrets.put("key", "a key that both know");
  }

  @AfterEach
  void close() {
    over.countDown();
    notifier.close();
    room.close();
    receiver.stop(0);
  }

  @Test
  void anEscalationThatReachesNobodyIsASignedCallThatIsMadeAgainUntilItIsTaken() {
    refusals.set(2);
    running("generic", true);
    CaseEscalated escalation = anEscalation().by("Casey Student").saying("secret words").event();
    room.escalate(escalation);

    await().until(() -> calls.size() == 3);
    await().until(() -> notifier.alarmTrouble().isEmpty());

    Call last = calls.get(2);
    assertThat(last.header("Idempotency-Key"))
        .isNotEmpty()
        .isEqualTo(calls.get(0).header("Idempotency-Key"));
    assertThat(last.header("X-Hall-Monitor-Signature"))
        .isEqualTo(signature(last.header("X-Hall-Monitor-Timestamp"), last.body()));
    assertThat(Long.parseLong(last.header("X-Hall-Monitor-Timestamp")))
        .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(60L));
    assertThat(new String(last.body(), UTF_8))
        .contains("\"kind\":\"undelivered\"")
        .contains(escalation.caseId().toString())
        .contains("Cedar High School")
        .doesNotContain("Casey")
        .doesNotContain("secret words");
  }

  @ParameterizedTest
  @CsvSource({
    "teams, application/vnd.microsoft.card.adaptive",
    "slack, '{\"text\":\"Hall Monitor: an escalation has reached nobody (Cedar High School)'",
  })
  void teamsAndSlackAreToldInTheirOwnShape(String shape, String contains) {
    running(shape, true);
    room.escalate(anEscalation().event());

    await().until(() -> calls.size() == 1);
    assertThat(new String(calls.get(0).body(), UTF_8)).contains(contains);
  }

  @Test
  void aRedirectIsNotFollowed() {
    redirectTo = "/elsewhere";
    running("generic", true);
    room.escalate(anEscalation().event());

    await().until(() -> notifier.alarmTrouble().isPresent());
    assertThat(notifier.alarmTrouble().orElseThrow()).contains("it answers 307");
    assertThat(calls).extracting(Call::path).containsOnly("/hook");
  }

  @Test
  void anAddressInAPrivateNetworkIsCalledOnlyWhereThatIsMeant() {
    running("generic", false);
    room.escalate(anEscalation().event());

    await().until(() -> notifier.alarmTrouble().isPresent());
    assertThat(notifier.alarmTrouble().orElseThrow()).contains("private network");
    assertThat(calls).isEmpty();
  }

  @Test
  void aReceiverWhoseAnswerNeverEndsHoldsNothingUp() {
    endless = true;
    running("generic", true);
    room.escalate(anEscalation().event());
    await().until(() -> calls.size() == 1);
    room.escalate(anEscalation().event());

    await().until(() -> calls.size() == 2);
    await()
        .until(
            () ->
                room.database.withHandle(
                    h ->
                        h.createQuery("select count(*) = 2 from alarm_call where state = 'taken'")
                            .mapTo(Boolean.class)
                            .one()));
  }

  private void running(String shape, boolean privateNetwork) {
    String rules =
        "second-channel: [{ id: duty, shape: "
            + shape
            + ", url-secret: url, key-secret: key, private-network: "
            + privateNetwork
            + " }]";
    notifier =
        room.notifier(withPeople(), 1, new DatabaseClock(room.database), EscalationFile.read(rules))
            .start();
  }

  private void receive(HttpExchange exchange) {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      calls.add(
          new Call(
              Map.copyOf(exchange.getRequestHeaders()), exchange.getRequestURI().getPath(), body));
      if (endless) {
        exchange.sendResponseHeaders(200, 1_000_000);
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
        over.await();
        return;
      }
      if (!redirectTo.isEmpty()) {
        exchange.getResponseHeaders().add("Location", redirectTo);
        exchange.sendResponseHeaders(307, -1);
        return;
      }
      exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 503 : 202, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String signature(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("a key that both know".getBytes(UTF_8), "HmacSHA256"));
      mac.update((timestamp + ".").getBytes(UTF_8));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
