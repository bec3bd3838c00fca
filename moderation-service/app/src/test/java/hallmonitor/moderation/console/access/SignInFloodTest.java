package hallmonitor.moderation.console.access;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.Seed;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More sign-ins at once than the service has threads, each with a hash of the real cost. */
@ConsoleTest
class SignInFloodTest {
  private static final int AT_ONCE = 250;
  private static final int GOING_ON = 4;
  private static final int CASES = 7;
  private static final int COST = 12;

  private static final Pattern COUNTED =
      Pattern.compile("hallmonitor_queue_open\\{[^}]*soon[^}]*} " + CASES + "\\.0");

  @TestHTTPResource(value = "health/live", management = true)
  URI health;

  @TestHTTPResource(value = "metrics", management = true)
  URI metrics;

  @Inject ConsoleDatabase database;

  private final Queue<ConsoleResponse> refused = new ConcurrentLinkedQueue<>();
  private final AtomicInteger next = new AtomicInteger();
  private final ExecutorService flood = Executors.newFixedThreadPool(AT_ONCE);
  private volatile boolean over;
  private Seed seed;
  private ConsoleBrowser novak;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
    seed.person("novak", "moderator", false);
    String hash = BcryptUtil.bcryptHash("another password", COST);
    database.write(
        h ->
            h.execute(
                """
                insert into console_user (user_name, display_name, password_hash, role, must_change_password)
                select 'person' || i, 'Someone', ?, 'auditor', false from generate_series(1, ?) i
                """,
                hash,
                AT_ONCE));
    novak = ConsoleBrowser.signedIn("novak");
    begin();
  }

  private void begin() {
    ConsoleBrowser stranger = new ConsoleBrowser();
    stranger.get("/sign-in");
    for (int i = 0; i < AT_ONCE; i++) {
      boolean goesOn = i < GOING_ON;
      flood.execute(
          () -> {
            do {
              attempt(stranger.copy());
            } while (goesOn && !over);
          });
    }
    await().atMost(60, SECONDS).until(() -> !refused.isEmpty());
  }

  private void attempt(ConsoleBrowser stranger) {
    String name = "person" + (next.getAndIncrement() % AT_ONCE + 1);
    ConsoleResponse answer = stranger.signIn(name, "wrong", "Accept-Language", "es");
    if (answer.statusCode() != 303) {
      refused.add(answer);
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    over = true;
    flood.shutdown();
    assertThat(flood.awaitTermination(60, SECONDS)).isTrue();
  }

  @Test
  void everythingElseGoesOnAndWhatDoesNotFitIsRefusedAtOnce() {
    for (int i = 0; i < CASES; i++) {
      seed.aCase("counted" + i).there();
    }

    assertThat(novak.get("/queue").statusCode()).isEqualTo(200);
    assertThat(new ConsoleBrowser().get("/sign-in").statusCode()).isEqualTo(200);
    assertThat(given().get(health).statusCode()).isEqualTo(200);
    novak.post("/sign-out", Map.of("x", "x"));
    assertThat(novak.signIn("novak", Seed.PASSWORD).header("Location"))
        .as("a device that is known has a lane of its own")
        .endsWith("/");
    await("a scheduled round counts what waits")
        .atMost(60, SECONDS)
        .until(() -> COUNTED.matcher(given().get(metrics).asString()).find());

    ConsoleResponse one = refused.element();
    assertThat(one.statusCode()).isEqualTo(503);
    assertThat(one.header("Retry-After")).isEqualTo("5");
    assertThat(one.asString())
        .contains("No se cambió nada. Espere unos segundos, vuelva atrás e inténtelo otra vez.");
  }
}
