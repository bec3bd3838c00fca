package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ConsoleTest
class FailedSignInsTest {
  @Inject ConsoleDatabase database;
  @Inject FailedSignIns failures;

  @BeforeEach
  void start() {
    Seed seed = new Seed(database);
    seed.nothing();
    seed.person("novak", "moderator", false);
    seed.person("brandt", "administrator", false);
  }

  @Test
  void theyAreInTheAuditLogOnceAnHourForEachPersonAndNetwork() {
    ConsoleBrowser stranger = new ConsoleBrowser();
    for (int i = 0; i < 3; i++) {
      stranger.signIn("novak", "not-the-password");
      stranger.signIn("my-secret-password-in-the-wrong-field", "x");
      stranger.signIn("another-unknown", "x");
    }

    assertThat(rows())
        .containsExactly(
            "sign-in sign-in-refused novak network 127.0.0.1.",
            "sign-in sign-in-refused  unknown name, network 127.0.0.1.");
    assertThat(ConsoleBrowser.signedIn("brandt").get("/audit").asString())
        .contains("Refused a sign-in")
        .contains("unknown name, network 127.0.0.1.");
  }

  @Test
  void aFloodFromEverywhereEndsInOneRowThatSaysSo() {
    for (int i = 0; i < 250; i++) {
      failures.record("novak", "192.0.2." + i);
    }

    assertThat(rows())
        .hasSize(FailedSignIns.MOST_AN_HOUR + 1)
        .endsWith("sign-in sign-in-refused  many networks.");
  }

  private List<String> rows() {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select actor || ' ' || act || ' ' || target || ' ' || detail from audit
                    where act = 'sign-in-refused' order by id
                    """)
                .mapTo(String.class)
                .list());
  }
}
