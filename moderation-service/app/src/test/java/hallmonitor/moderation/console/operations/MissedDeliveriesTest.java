package hallmonitor.moderation.console.operations;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.AccountStatus.DeliveryCause;
import hallmonitor.contract.event.AccountStatus.MissedDeliveries;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that people see when an account's deliveries are refused or missing. */
@ConsoleTest
class MissedDeliveriesTest {
  @Inject ConsoleDatabase database;

  private ConsoleBrowser brandt;

  @BeforeEach
  void start() {
    Seed seed = new Seed(database);
    seed.nothing();
    seed.person("brandt", "administrator", false);
    brandt = ConsoleBrowser.signedIn("brandt");
  }

  private void reports(Optional<MissedDeliveries> missed) {
    Instant now = Instant.now();
    AccountStatus status =
        new AccountStatus(
            "practice",
            "facebook",
            "Practice page",
            AccountStatus.State.CONNECTED,
            List.of("hide"),
            Optional.of(now),
            Optional.of(now),
            0,
            1,
            0,
            Optional.empty(),
            Optional.empty(),
            now,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            missed,
            Optional.empty());
    ReportedStatus.put(database, status);
  }

  private void missed(DeliveryCause cause) {
    reports(Optional.of(new MissedDeliveries(cause, 4, Instant.now(), Optional.empty())));
  }

  @Test
  void refusedDeliveriesStandOnTheAccountsPageInTheReadersLanguage() {
    missed(DeliveryCause.REFUSED);

    assertThat(brandt.get("/accounts").asString())
        .contains(
            "Connected, but the platform&#39;s deliveries are missing",
            "because the secret push-practice did not sign them",
            "none since the service");

    brandt.post("/language", Map.of("language", "es", "back", "/accounts"));
    assertThat(brandt.get("/accounts").asString())
        .contains(
            "Conectada, pero faltan las entregas de la plataforma",
            "porque no las firmó el secreto push-practice",
            "ninguna desde que se inició el servicio")
        .doesNotContain("deliveries are missing", "did not sign", "genuine");
  }

  @Test
  void aHomePageNamesTheAccountAndAGenuineDeliveryEndsTheWorry() {
    missed(DeliveryCause.NONE_CAME);
    assertThat(brandt.get("/home").asString())
        .contains("the platform&#39;s deliveries are missing");

    reports(Optional.empty());
    assertThat(brandt.get("/home").asString()).doesNotContain("deliveries are missing");
    assertThat(brandt.get("/accounts").asString()).doesNotContain("deliveries are missing");
  }
}
