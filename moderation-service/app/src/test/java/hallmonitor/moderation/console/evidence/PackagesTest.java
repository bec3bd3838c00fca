package hallmonitor.moderation.console.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.EvidenceOrder.MakePackage;
import hallmonitor.contract.event.EvidenceResult.Why;
import hallmonitor.messaging.parcel.ParcelSealing;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.EmptyTables;
import hallmonitor.moderation.console.seed.RecordsSeed;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.store.evidence.EvidencePackages;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests packages of evidence from the form to the downloaded file. */
@ConsoleTest
class PackagesTest {
  private static final String NAMES = "Ana Ruiz Mora | FERPA\nLuis Ruiz";
  private static final String HOSTILE = "<script>alert(1)</script> 26-1104";

  @Inject ConsoleDatabase database;
  @Inject EvidencePackages packages;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers;

  private NotifierAtWork notifier;
  private ConsoleBrowser officer;
  private UUID caseId;
  private String page;

  @BeforeEach
  void start() {
    RecordsSeed records = new RecordsSeed(database);
    records.nothing();
    EmptyTables.empty(database, "evidence_package", "evidence_ledger_seen");
    StaffSeed staff = new StaffSeed(database, records.seed());
    staff.person("officer", "records-officer");
    staff.person("elsewhere", "records-officer", StaffSeed.OTHER);
    officer = ConsoleBrowser.signedIn("officer");
    notifier = new NotifierAtWork(database, records.seed(), brokers);
    caseId = records.decided("1", StaffSeed.OWN, "You fool");
    database.write(h -> h.execute("update review_case set evidence = true"));
    page = "/cases/" + caseId + "/packages";
  }

  @AfterEach
  void end() {
    notifier.close();
  }

  @Test
  void aRedactedPackageIsAskedForMadeAndDownloaded() {
    notifier.tellsOfLedger(Optional.empty());
    assertThat(officer.get(page).asString()).contains("No packages yet");

    assertThat(ask("redacted", NAMES, "records-request", HOSTILE).statusCode()).isEqualTo(303);

    MakePackage order = notifier.packageOrder();
    assertThat(order.caseId()).isEqualTo(caseId);
    assertThat(order.purpose()).isEqualTo("records-request: " + HOSTILE);
    assertThat(order.by()).contains("(officer)");
    assertThat(order.toString()).doesNotContain("Ruiz");
    assertThat(notifier.names()).isEqualTo(NAMES);
    assertThat(officer.get(page).asString())
        .contains("being made", "every 2s", "&lt;script&gt;")
        .doesNotContain("<script>alert");

    byte[] file = new byte[ParcelSealing.MOST + 99];
    new Random(3).nextBytes(file);
    notifier.makes(file);

    assertThat(officer.get(page + "/list").asString())
        .contains("ready", NotifierAtWork.HASH, "2 of its 7 records", "0.5 MB")
        .doesNotContain("every 2s");
    ConsoleResponse download = officer.get(page + "/" + order.orderId() + "/file");
    assertThat(download.statusCode()).isEqualTo(200);
    assertThat(download.asByteArray()).isEqualTo(file);
    assertThat(download.contentType()).isEqualTo("application/zip");
    assertThat(acts()).isEqualTo("redacted-package-asked package-downloaded");
    assertThat(one("select detail from audit where act = 'package-downloaded'"))
        .contains(NotifierAtWork.HASH);
  }

  @Test
  void theSameFormTwiceIsOnePackage() {
    UUID once = UUID.randomUUID();
    Map<String, String> fields =
        Map.of("form", once.toString(), "kind", "full", "purpose", "police");
    officer.post(page, fields);
    officer.post(page, fields);

    assertThat(notifier.orders(MakePackage.class)).hasSize(1);
    assertThat(notifier.packageOrder().names()).isEmpty();
    assertThat(acts()).isEqualTo("full-package-asked");
  }

  @Test
  void onePersonWaitsForOnePackageOfACaseAtATime() {
    ask("full", "", "police", "");
    assertThat(ask("full", "", "police", "").asString()).contains("is still being made");
    notifier.makes("the file".getBytes(UTF_8));
    assertThat(ask("full", "", "police", "").statusCode()).isEqualTo(303);

    notifier.makes("the file".getBytes(UTF_8));
    database.write(
        h ->
            h.execute(
                """
                insert into evidence_package (order_id, case_id, purpose, words, asked_by, key, answer)
                select gen_random_uuid(), case_id, 'police', '', asked_by, '{}', answer
                from (select * from evidence_package limit 1) one, generate_series(1, 48)
                """));
    assertThat(ask("full", "", "police", "").asString()).contains("asked for 50 within 24 hours");
    assertThat(notifier.orders(MakePackage.class)).hasSize(2);
  }

  @Test
  void whatItWasForIsNotInTheAuditLogAndGoesAfterAYear() {
    ask("full", "", "attorney", "Mother of Ana Ruiz");
    assertThat(one("select string_agg(detail, '') from audit")).doesNotContain("Ana Ruiz");
    database.write(
        h -> h.execute("update evidence_package set asked_at = now() - interval '366 days'"));

    packages.forgetOld();

    assertThat(one("select words from evidence_package")).isEmpty();
  }

  @Test
  void whatIsMissingIsSaidAndNothingTypedIsLost() {
    assertThat(ask("redacted", " \n# none", "police", "").asString())
        .contains("Enter the students to leave out");
    assertThat(ask("full", "", "", "").asString()).contains("Choose what it is for");
    ConsoleResponse other = ask("full", NAMES, "other", "");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.asString()).contains("Say in a few words", "Ana Ruiz Mora | FERPA");
    assertThat(ask("redacted", NAMES, "police", "7").asString()).contains("has not been heard yet");
    assertThat(notifier.orders(MakePackage.class)).isEmpty();
    assertThat(one("select count(*) from evidence_package")).isEqualTo("0");
  }

  @Test
  void aFailureSaysWhatToDo() {
    ask("full", "", "attorney", "Case 12 CH 3");
    notifier.fails(Why.TOO_LARGE);

    assertThat(officer.get(page).asString())
        .contains("not made", "too large for a package in the console")
        .doesNotContain("being made");
    assertThat(file().statusCode()).isEqualTo(409);
  }

  @Test
  void aFileThatHadItsTimeIsGoneWithItsKey() {
    ask("full", "", "police", "");
    notifier.makes("the file".getBytes(UTF_8));
    assertThat(file().asString()).isEqualTo("the file");
    database.write(
        h -> h.execute("update evidence_package set answered_at = now() - interval '25 hours'"));

    assertThat(file().statusCode()).isEqualTo(409);
    assertThat(packages.forgetOld()).isEqualTo(1);

    assertThat(one("select count(*) from evidence_package_part")).isEqualTo("0");
    assertThat(one("select count(*) from evidence_package where key is null")).isEqualTo("1");
    assertThat(officer.get(page).asString()).contains("removed", NotifierAtWork.HASH);
    assertThat(file().asString()).contains("Ask for a new package");
  }

  @Test
  void aCaseOfAnotherSchoolAndAPackageOfAnotherCaseDoNotExist() {
    ask("full", "", "police", "");
    notifier.makes("the file".getBytes(UTF_8));
    ConsoleBrowser elsewhere = ConsoleBrowser.signedIn("elsewhere");
    String file = page + "/" + notifier.packageOrder().orderId() + "/file";

    assertThat(elsewhere.get(page).statusCode()).isEqualTo(404);
    assertThat(elsewhere.get(file).statusCode()).isEqualTo(404);
    assertThat(
            officer.get(file.replace(caseId.toString(), UUID.randomUUID().toString())).statusCode())
        .isEqualTo(404);
    assertThat(acts()).doesNotContain("package-downloaded");
  }

  @Test
  void aCaseWithoutEvidenceSaysWhatToDo() {
    database.write(h -> h.execute("update review_case set evidence = false"));

    assertThat(officer.get(page).asString())
        .contains("No evidence was captured")
        .doesNotContain("Ask for the package");
  }

  private ConsoleResponse ask(String kind, String names, String purpose, String words) {
    Map<String, String> fields = new HashMap<>();
    fields.put("form", UUID.randomUUID().toString());
    fields.put("kind", kind);
    fields.put("names", names);
    fields.put("purpose", purpose);
    fields.put("words", words);
    return officer.post(page, fields);
  }

  private ConsoleResponse file() {
    return officer.get(page + "/" + notifier.packageOrder().orderId() + "/file");
  }

  private String acts() {
    return one(
        "select coalesce(string_agg(act, ' ' order by id), '') from audit where act like"
            + " '%package%'");
  }

  private String one(String sql) {
    return database.read(h -> h.createQuery(sql).mapTo(String.class).one());
  }
}
