package hallmonitor.moderation.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.embedded.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of records: what is kept, holds, disposals and their certificates. */
@QuarkusTest
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "moderation"))
class RecordsTest {
  private static final String HOSTILE = "<script>alert(1)</script> =1+1 \u202eevil";

  @Inject ConsoleDatabase database;

  private RecordsSeed records;
  private Browser officer;
  private Browser brandt;
  private final UUID form = UUID.randomUUID();

  @BeforeEach
  void start() {
    records = new RecordsSeed(database);
    records.nothing();
    Staff staff = new Staff(database, records.seed());
    staff.person("officer", "records-officer");
    staff.person("own", "records-officer", Staff.OWN);
    staff.person("brandt", "administrator");
    staff.person("auditor", "auditor");
    officer = Browser.signedIn("officer");
    brandt = Browser.signedIn("brandt");
  }

  private Map<String, String> asked(String kind) {
    Map<String, String> fields = new HashMap<>();
    fields.put("form", form.toString());
    fields.put("kind", kind);
    fields.put("before", RecordsSeed.DAY.toString());
    fields.put("approval", "LRC 2026-17");
    fields.put("reason", "Their time is over.");
    return fields;
  }

  private Response preview(Map<String, String> fields) {
    return officer.post("/records/disposals/preview", fields);
  }

  private Response propose(String kind) {
    return officer.post("/records/disposals", asked(kind));
  }

  private Response answer(Browser browser, String answer) {
    return browser.post("/records/disposals/" + form, Map.of("answer", answer));
  }

  private String page(Browser browser) {
    return browser.get("/records").asString();
  }

  private String one(String sql) {
    return database.read(h -> h.createQuery(sql).mapTo(String.class).one());
  }

  private void carriedOut() {
    assertThat(answer(brandt, "approve").statusCode()).isEqualTo(303);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> one("select ended_at is not null from disposal").equals("t"));
  }

  @Test
  void anEmptyPageSaysWhatItIsFor() {
    assertThat(page(officer))
        .contains(
            "No comment is archived yet.",
            "No hold is in force.",
            "Nothing was disposed of, and nobody proposes to.",
            "the Local Records Commission",
            "kept for 3 years")
        .contains("Put a hold in force", "Propose a disposal");
    assertThat(page(Browser.signedIn("auditor")))
        .doesNotContain("Put a hold in force", "Propose a disposal");
  }

  @Test
  void whatIsKeptIsCountedByAccountWithTheOldestDay() {
    records.allowed("1", "Hello");
    records.decided("2", Staff.OTHER, "You fool");
    records.seed().aCase("3").there();

    assertThat(page(officer).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
        .contains(
            "Maple Valley High School news (practice page) 1 "
                + day(3650)
                + " 1 "
                + day(3650)
                + " 0 1 ");
  }

  private static String day(int ago) {
    return ZonedDateTime.now(ZoneId.of("America/Chicago"))
        .minus(Duration.ofDays(ago))
        .toLocalDate()
        .toString();
  }

  @Test
  void aPreviewSaysWhatWouldGoAndWhatStaysAndProposesNothing() {
    records.allowed("1", HOSTILE);
    records.allowed("2", "Hello");
    records.allowed("3", "Hello again");
    database.write(h -> h.execute("update comment set author_key = 'k' where comment_id = '3'"));
    place(Map.of("covers", "author", "account", "practice", "author-key", "k"));

    String seen = preview(asked("allowed-comments")).asString();

    assertThat(seen)
        .contains("<strong>2</strong> records would be disposed of", "1 under a hold")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert", "Hello again");
    assertThat(one("select count(*) from proposal")).isEqualTo("0");
  }

  @Test
  void whatIsMissingOrTooYoungIsRefusedInWords() {
    Map<String, String> fields = asked("allowed-comments");
    fields.put("approval", " ");
    assertThat(preview(fields).asString())
        .contains("Give the number of the approval by the Local Records Commission");
    fields = asked("allowed-comments");
    fields.put("before", LocalDate.now().minusYears(2).toString());
    Response young = preview(fields);
    assertThat(young.statusCode()).isEqualTo(409);
    assertThat(young.asString()).contains("Records of this kind are kept for 3 years");
    assertThat(officer.post("/records/disposals", fields).statusCode()).isEqualTo(409);
    fields = asked("allowed-comments");
    fields.put("reason", "");
    assertThat(preview(fields).asString()).contains("Say why");
    fields = asked("everything");
    assertThat(preview(fields).asString()).contains("Choose which records");
    assertThat(one("select count(*) from disposal")).isEqualTo("0");
  }

  @Test
  void aSecondPersonSeesTheSameAndApprovesAndACertificateListsWhatWent() throws Exception {
    records.allowed("=1", "Hello there");
    records.allowed("2", "Young");
    database.write(h -> h.execute("update comment set changed_at = now() where comment_id = '2'"));
    assertThat(propose("allowed-comments").header("Location"))
        .endsWith("/records/disposals/" + form);
    assertThat(brandt.get("/proposals").asString()).contains("/records#proposal-" + form);
    assertThat(page(brandt)).contains("id=\"proposal-" + form, "Waits for a second person");
    String seen = brandt.get("/records/disposals/" + form).asString();
    assertThat(seen)
        .contains("<strong>1</strong> records", "Hello there", "1 edited, judged or decided");
    assertThat(answer(officer, "approve").asString()).contains("You proposed this yourself");

    carriedOut();

    assertThat(brandt.get("/records/disposals/" + form).asString())
        .contains("1 records with 1 revisions are disposed of");
    byte[] file =
        brandt.get("/records/disposals/" + form + "/certificate.csv").body().asByteArray();
    String csv = new String(file, StandardCharsets.UTF_8);
    assertThat(csv)
        .contains(
            "\"Number of the approval\",\"LRC 2026-17\"",
            "officer (officer)",
            "Elias Brandt (brandt)",
            "\"Records disposed of\",\"1\"",
            "\"Left: edited, judged or decided on that day or later\",\"1\"")
        .contains("\"practice\",\"'=1\",\"1\"", sha256("Hello there".getBytes()))
        .doesNotContain("Hello", "Dana");
    assertThat(one("select certificate_sha256 from disposal")).isEqualTo(sha256(file));
    assertThat(one("select detail from audit where act = 'records-disposed'"))
        .contains(sha256(file));
    assertThat(one("select count(*) from audit where act = 'certificate-downloaded'"))
        .isEqualTo("1");
    assertThat(brandt.get("/records/disposals/" + form + "/certificate.pdf").body().asByteArray())
        .startsWith("%PDF".getBytes());
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void theCaseOfADisposedCommentSaysSoAndCannotBeTakenAsEvidence() {
    UUID id = records.decided("1", Staff.OWN, "You fool");
    records.seed().comment("2", "Sam", "I answer", "1", Duration.ofDays(3649), "visible");
    UUID other = records.seed().aCase("9").by("Sam").answering("1").there();
    propose("decided-cases");
    carriedOut();

    String seen = brandt.get("/cases/" + id).asString();

    assertThat(seen)
        .contains("under approval <bdi>LRC 2026-17</bdi>", "(disposed of)", "I answer")
        .doesNotContain("You fool", "As clause 2.1 says", "Dana Reyes");
    assertThat(brandt.get("/cases/" + other).asString()).contains("Disposed of.");
    assertThat(brandt.get("/queue?state=decided").statusCode()).isEqualTo(200);
    Map<String, String> why = Map.of("reason", "Counsel asked.", "note", "Doxing.");
    assertThat(brandt.post("/cases/" + id + "/capture", why).asString())
        .contains("The comment was disposed of");
    assertThat(brandt.post("/cases/" + id + "/deletion", why).asString())
        .contains("The comment was disposed of");
    Map<String, String> escalation =
        Map.of(
            "version",
            one("select version from review_case where comment_id = '1'"),
            "roles",
            "principal",
            "note",
            "Look.");
    assertThat(brandt.post("/cases/" + id + "/escalate", escalation).asString())
        .contains("The comment was disposed of");
    assertThat(one("select count(*) from case_capture")).isEqualTo("0");
  }

  private Response place(Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("form", UUID.randomUUID().toString());
    all.put("matter", HOSTILE);
    all.put("reason", "Counsel asked.");
    return officer.post("/records/holds", all);
  }

  @Test
  void oneHoldsAndTwoLift() {
    UUID id = records.decided("1", Staff.OWN, "You fool");
    assertThat(officer.get("/records?case=" + id).asString()).contains(id.toString());
    assertThat(place(Map.of("covers", "case", "case", id.toString())).statusCode()).isEqualTo(303);
    String hold = one("select hold_id::text from record_hold");
    assertThat(page(officer))
        .contains("in force", "&lt;script&gt;")
        .doesNotContain("<script>alert");
    Map<String, String> fields = Map.of("form", form.toString(), "reason", "Settled.");
    assertThat(officer.post("/records/holds/" + hold + "/lifting", fields).statusCode())
        .isEqualTo(303);
    assertThat(brandt.get("/proposals").asString()).contains("/records#proposal-" + form);
    String lifting = "/records/holds/" + hold + "/lifting/" + form;
    assertThat(officer.post(lifting, Map.of("answer", "approve")).asString())
        .contains("You proposed this yourself");
    assertThat(one("select lifted_at is null from record_hold")).isEqualTo("t");

    assertThat(brandt.post(lifting, Map.of("answer", "approve")).statusCode()).isEqualTo(303);

    assertThat(page(officer)).contains("lifted", "Elias Brandt");
    assertThat(one("select string_agg(act, ' ' order by id) from audit where act like '%hold%'"))
        .isEqualTo("place-hold propose-lift-hold approve-lift-hold hold-lifted");
    assertThat(place(Map.of("covers", "case")).asString()).contains("Name the case");
    assertThat(
            place(Map.of("covers", "author", "account", "practice", "author-key", "x")).asString())
        .contains("Nobody has this key");
  }

  @Test
  void whoeverIsLimitedToABuildingDisposesOnlyOfWhatIsThere() {
    records.decided("1", Staff.OWN, "Here");
    records.decided("2", Staff.OTHER, "There");
    Browser own = Browser.signedIn("own");
    Map<String, String> fields = asked("decided-cases");
    assertThat(own.post("/records/disposals/preview", fields).asString())
        .contains("Choose one of your buildings");
    fields.put("building", Staff.OTHER);
    assertThat(own.post("/records/disposals/preview", fields).asString())
        .contains("There is no such building");
    fields.put("building", "");
    fields.put("account", "practice");
    assertThat(own.post("/records/disposals", fields).statusCode()).isEqualTo(303);

    carriedOut();

    assertThat(one("select string_agg(comment_id, ' ') from comment where disposal_id is not null"))
        .isEqualTo("1");
    assertThat(one("select building from disposal")).isEqualTo(Staff.OWN);
  }

  @Test
  void aDisposalThatIsRefusedOrWithdrawnRemovesNothing() {
    records.allowed("1", "Hello");
    propose("allowed-comments");
    assertThat(answer(brandt, "refuse").statusCode()).isEqualTo(303);
    assertThat(brandt.get("/records/disposals/" + form).asString()).contains("Refused");
    assertThat(answer(brandt, "approve").asString()).contains("&#39;refused&#39;");
    assertThat(brandt.get("/records/disposals/" + form + "/certificate.csv").statusCode())
        .isEqualTo(404);
    assertThat(one("select latest_text from comment")).isEqualTo("Hello");
  }
}
