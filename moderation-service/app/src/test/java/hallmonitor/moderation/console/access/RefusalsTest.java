package hallmonitor.moderation.console.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.Seed;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each refusal is counted, and logged with ids only. */
@ConsoleTest
class RefusalsTest {
  private static final Logger LOGGER = Logger.getLogger(Refusals.class.getName());

  @Inject ConsoleDatabase database;
  @Inject MeterRegistry registry;

  private final Kept kept = new Kept();
  private ConsoleBrowser browser;

  /** Keeps what is logged. */
  private static final class Kept extends Handler {
    private final PatternFormatter words = new PatternFormatter("%s");
    final List<String> lines = new ArrayList<>();

    @Override
    public synchronized void publish(LogRecord record) {
      lines.add(words.format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void start() {
    Seed seed = new Seed(database);
    seed.nothing();
    // Another person for each test: what was logged in this hour is not logged again.
    String name = "novak-" + System.nanoTime() % 1_000_000;
    seed.person(name, "moderator", false);
    browser = ConsoleBrowser.signedIn(name);
    LOGGER.addHandler(kept);
  }

  @AfterEach
  void stop() {
    LOGGER.removeHandler(kept);
  }

  @Test
  void aPageThatTheRoleDoesNotOpenIsLoggedOnceWithThePersonAndTheStartOfThePath() {
    double before = counted("access");

    browser.get("/people/a-name?token=secret");
    browser.get("/people/another");

    assertThat(counted("access")).isEqualTo(before + 2);
    assertThat(kept.lines)
        .singleElement()
        .asString()
        .matches("refused \\(access\\): person novak-\\d+, GET /people");
  }

  @Test
  void aFormWithoutItsTokenIsCounted() {
    double before = counted("form");

    assertThat(browser.postWithoutToken("/sign-out", Map.of("x", "x")).statusCode()).isEqualTo(400);

    assertThat(counted("form")).isEqualTo(before + 1);
  }

  @Test
  void anotherSiteAndAFormThatIsTooLongAreCounted() {
    double site = counted("other-site");
    double length = counted("length");

    browser.post("/sign-out", Map.of("x", "x"), "Sec-Fetch-Site", "cross-site");
    browser.post("/sign-out", Map.of("x", "x".repeat(100_000)));

    assertThat(counted("other-site")).isEqualTo(site + 1);
    assertThat(counted("length")).isEqualTo(length + 1);
  }

  @Test
  void anotherHostIsCounted() {
    double before = counted("other-host");

    assertThat(given().header("Host", "evil.example").get("/sign-in").statusCode()).isEqualTo(421);

    assertThat(counted("other-host")).isEqualTo(before + 1);
  }

  @Test
  void aSessionThatTheConsoleNeverGaveIsCountedAndAnEndedOneIsOrdinary() {
    double before = counted("session");

    new ConsoleBrowser().get("/queue", "Cookie", "hallmonitor-session=../../etc/passwd");
    new ConsoleBrowser().get("/queue", "Cookie", "hallmonitor-session=" + "A".repeat(43));

    assertThat(counted("session")).isEqualTo(before + 1);
  }

  private double counted(String why) {
    return registry.get("hallmonitor.console.refused").tag("why", why).counter().count();
  }
}
