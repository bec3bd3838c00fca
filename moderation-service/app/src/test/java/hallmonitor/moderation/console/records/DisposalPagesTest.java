package hallmonitor.moderation.console.records;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.StaffSeed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests disposals from their preview to their certificate. */
@ConsoleTest
class DisposalPagesTest extends RecordsConsole {
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
  void whereNothingWouldGoNothingIsProposed() {
    assertThat(preview(asked("allowed-comments")).asString())
        .contains("<strong>0</strong> records would be disposed of")
        .doesNotContain("Propose disposal");
  }

  @Test
  void whatIsMissingOrTooYoungIsRefusedInWords() {
    Map<String, String> fields = asked("allowed-comments");
    fields.put("approval", " ");
    assertThat(preview(fields).asString())
        .contains("Enter the number of the approval by the Local Records Commission");
    fields = asked("allowed-comments");
    fields.put("before", LocalDate.now().minusYears(2).toString());
    ConsoleResponse young = preview(fields);
    assertThat(young.statusCode()).isEqualTo(409);
    assertThat(young.asString()).contains("Records of this kind are kept for 3 years");
    assertThat(officer.post("/records/disposals", fields).statusCode()).isEqualTo(409);
    fields = asked("allowed-comments");
    fields.put("reason", "");
    assertThat(preview(fields).asString()).contains("Enter a reason");
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
    assertThat(page(brandt)).contains("id=\"proposal-" + form, "Needs approval");
    String seen = brandt.get("/records/disposals/" + form).asString();
    assertThat(seen)
        .contains("<strong>1</strong> records", "Hello there", "1 edited, checked, or decided");
    assertThat(answer(officer, "approve").asString()).contains("You proposed this");

    carriedOut();

    assertThat(brandt.get("/records/disposals/" + form).asString())
        .contains("1 records with 1 versions disposed of");
    byte[] file = brandt.get("/records/disposals/" + form + "/certificate.csv").asByteArray();
    String csv = new String(file, StandardCharsets.UTF_8);
    assertThat(csv)
        .contains(
            "\"Number of the approval\",\"LRC 2026-17\"",
            "officer (officer)",
            "Elias Brandt (brandt)",
            "\"Records disposed of\",\"1\"",
            "\"Left: edited, checked, or decided on that day or later\",\"1\"")
        .contains("\"practice\",\"'=1\",\"1\"", sha256("Hello there".getBytes()))
        .doesNotContain("Hello", "Dana");
    assertThat(one("select certificate_sha256 from disposal")).isEqualTo(sha256(file));
    assertThat(one("select detail from audit where act = 'records-disposed'"))
        .contains(sha256(file));
    assertThat(one("select count(*) from audit where act = 'certificate-downloaded'"))
        .isEqualTo("1");
    assertThat(brandt.get("/records/disposals/" + form + "/certificate.pdf").asByteArray())
        .startsWith("%PDF".getBytes());
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void theCaseOfADisposedCommentSaysSoAndCannotBeTakenAsEvidence() {
    UUID id = records.decided("1", StaffSeed.OWN, "You fool");
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
        .contains("This comment was disposed of. Its text is no longer kept.");
    assertThat(brandt.post("/cases/" + id + "/deletion", why).asString())
        .contains("This comment was disposed of. Its text is no longer kept.");
    Map<String, String> escalation =
        Map.of(
            "version",
            one("select version from review_case where comment_id = '1'"),
            "roles",
            "principal",
            "note",
            "Look.");
    assertThat(brandt.post("/cases/" + id + "/escalate", escalation).asString())
        .contains("This comment was disposed of. Its text is no longer kept.");
    assertThat(one("select count(*) from case_capture")).isEqualTo("0");
  }

  @Test
  void aPostAsItWasNamesTheCertificateInPlaceOfTheWords() {
    records.decided("1", StaffSeed.OWN, "You fool");
    records.allowed("2", "I answer");
    propose("decided-cases");
    carriedOut();

    String post = "/posts/" + CommentAddress.of("practice", "p1") + "/then";

    assertThat(officer.get(post).asString()).contains("I answer").doesNotContain("You fool");
    assertThat(officer.get(post + "?view=full").asString())
        .contains("under approval <bdi>LRC 2026-17</bdi>", "Certificate " + form, "I answer")
        .contains("/records/disposals/" + form)
        .doesNotContain("You fool", "As clause 2.1 says");
  }

  @Test
  void anyoneWhoIsLimitedToABuildingDisposesOnlyOfWhatIsThere() {
    records.decided("1", StaffSeed.OWN, "Here");
    records.decided("2", StaffSeed.OTHER, "There");
    ConsoleBrowser own = ConsoleBrowser.signedIn("own");
    Map<String, String> fields = asked("decided-cases");
    assertThat(own.post("/records/disposals/preview", fields).asString())
        .contains("Choose one of your schools or accounts.");
    fields.put("building", StaffSeed.OTHER);
    assertThat(own.post("/records/disposals/preview", fields).asString())
        .contains("That school does not exist");
    fields.put("building", "");
    fields.put("account", "practice");
    assertThat(own.post("/records/disposals", fields).statusCode()).isEqualTo(303);

    carriedOut();

    assertThat(one("select string_agg(comment_id, ' ') from comment where disposal_id is not null"))
        .isEqualTo("1");
    assertThat(one("select building from disposal")).isEqualTo(StaffSeed.OWN);
  }

  @Test
  void aDisposalThatIsRefusedOrWithdrawnRemovesNothing() {
    records.allowed("1", "Hello");
    propose("allowed-comments");
    assertThat(answer(brandt, "refuse").statusCode()).isEqualTo(303);
    assertThat(brandt.get("/records/disposals/" + form).asString()).contains("Rejected");
    assertThat(answer(brandt, "approve").asString()).contains("&#39;refused&#39;");
    assertThat(brandt.get("/records/disposals/" + form + "/certificate.csv").statusCode())
        .isEqualTo(404);
    assertThat(one("select latest_text from comment")).isEqualTo("Hello");
  }
}
