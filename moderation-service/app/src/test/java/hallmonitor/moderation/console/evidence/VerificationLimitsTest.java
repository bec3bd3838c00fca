package hallmonitor.moderation.console.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.EvidenceOrder.UploadedPart;
import hallmonitor.contract.event.EvidenceOrder.VerifyLedger;
import hallmonitor.contract.event.EvidenceOrder.VerifyPackage;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.RecordsSeed;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.store.evidence.EvidenceVerifications;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests how many verifications one person may ask for, who sees them, and for how long. */
@ConsoleTest
class VerificationLimitsTest extends VerificationTests {
  @Inject EvidenceVerifications verifications;

  @Test
  void whileAVerificationOfTheLedgerWaitsTheNextOrderLeadsToIt() {
    UUID first = UUID.randomUUID();
    auditor.post("/evidence/ledger", Map.of("form", first.toString()));
    ConsoleResponse next =
        auditor.post("/evidence/ledger", Map.of("form", UUID.randomUUID().toString()));

    assertThat(next.header("Location")).endsWith("/evidence/verifications/" + first);
    assertThat(notifier.orders(VerifyLedger.class)).hasSize(1);
  }

  @Test
  void onePersonCanAskForFiftyADay() {
    notifier.tellsOfLedger(Optional.empty());
    database.write(
        h ->
            h.execute(
                """
                insert into evidence_verification (order_id, file_name, asked_by)
                select gen_random_uuid(), 'x.zip', 'auditor' from generate_series(1, 50)
                """));

    assertThat(upload("evidence.zip", "x").asString()).contains("asked for 50 within 24 hours");
    assertThat(auditor.post("/evidence/ledger", Map.of()).statusCode()).isEqualTo(422);
    assertThat(notifier.orders(UploadedPart.class)).isEmpty();
  }

  @Test
  void whatAFileHeldIsForItsUploaderAndForPeopleWhoSeeTheWholeDistrict() {
    new StaffSeed(database, new RecordsSeed(database).seed())
        .person("elsewhere", "auditor", StaffSeed.OTHER);
    ConsoleBrowser elsewhere = ConsoleBrowser.signedIn("elsewhere");
    notifier.tellsOfLedger(Optional.empty());
    upload("Ana Ruiz.zip", "x");
    String page =
        "/evidence/verifications/" + notifier.orders(VerifyPackage.class).get(0).orderId();

    assertThat(elsewhere.get(page).statusCode()).isEqualTo(404);
    assertThat(elsewhere.get(page + "/result").statusCode()).isEqualTo(404);
    assertThat(elsewhere.get("/evidence").asString()).doesNotContain("Ana Ruiz");
    assertThat(auditor.get("/evidence").asString()).contains("Ana Ruiz");
    ConsoleResponse own =
        elsewhere.upload("/evidence/files", "file", "own.zip", "x".getBytes(UTF_8));
    assertThat(elsewhere.get(own.header("Location")).statusCode()).isEqualTo(200);
  }

  @Test
  void whatWasNotAnsweredWithinADayEndsAndAfterAYearNoNameOfAFileIsLeft() {
    notifier.tellsOfLedger(Optional.empty());
    upload("Ana Ruiz.zip", "x");
    UUID id = notifier.orders(VerifyPackage.class).get(0).orderId();
    database.write(
        h -> h.execute("update evidence_verification set asked_at = now() - interval '25 hours'"));
    verifications.forgetOld();
    assertThat(result(id)).contains("could not be verified").doesNotContain("every 2s");
    assertThat(notifier.one("select string_agg(detail, '') from audit")).doesNotContain("Ana Ruiz");

    database.write(
        h -> h.execute("update evidence_verification set asked_at = now() - interval '366 days'"));
    verifications.forgetOld();

    assertThat(notifier.one("select file_name from evidence_verification")).isEqualTo("package");
  }
}
