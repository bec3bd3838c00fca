package hallmonitor.moderation.console.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.contract.event.EvidenceResult.EvidenceFailed;
import hallmonitor.contract.event.EvidenceResult.Why;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.store.answer.AnswerWork;
import hallmonitor.moderation.store.evidence.EvidenceLedger;
import hallmonitor.printing.PdfText;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The package of an answer: what is in it, and how it gets ready. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class AnswerPackageTest extends AnswersAtWork {
  @Inject AnswerWork work;

  private static final String LATE = "The bus was late";
  private static final String NAMED = "Ana Ruiz missed the bus, said Ana Ruiz";
  private static final String HOME = "Her bus stops at 12 Elm Street every day";

  @BeforeEach
  void threeComments() {
    deciding.allowed("71", "Dana Reyes", LATE, Duration.ofMinutes(9));
    deciding.allowed("72", "=Kai Lund", NAMED, Duration.ofMinutes(8));
    deciding.allowed("73", "Sam Ito", HOME, Duration.ofMinutes(7));
    database.write(
        h ->
            h.execute(
                """
                update revision set raw = '{"id": "71", "author_ip": "192.0.2.7", "text": "The bus was late"}'
                where comment_id = '71'
                """));
    asked("bus");
    redact(NAMED, "Ana Ruiz");
    decide(item(HOME), "withhold", "exemption", "il-private-information");
    releaseTheRest();
  }

  @Test
  void itHasTheLetterTheRecordsTheLogAndTheSignature() throws Exception {
    make();
    assertThat(state()).isEqualTo("signing");
    sign();

    assertThat(state()).isEqualTo("ready");
    Map<String, byte[]> files = files();
    assertThat(files.keySet())
        .containsExactlyInAnyOrder(
            "answer.pdf",
            "records.csv",
            "records.json",
            "records.schema.json",
            "exemptions.csv",
            "native/" + number(LATE) + ".json",
            "README.txt",
            "LEEME.txt",
            "SHA256SUMS",
            "signature.json",
            SignerKey.file(notary.publicKey()));
    for (String line : text("SHA256SUMS").lines().toList()) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(files.get(line.substring(66)));
      assertThat(HexFormat.of().formatHex(digest)).isEqualTo(line.substring(0, 64));
    }
    assertThat(text("signature.json")).contains(order().sha256());
    assertThat(text("native/" + number(LATE) + ".json")).contains(LATE).doesNotContain("192.0.2.7");
  }

  @Test
  void eachRecordIsInEveryFormAsItIsReleased() throws IOException {
    make();

    String number = one("select position::text from records_request");
    String pdf = printed();
    assertThat(pdf)
        .contains(
            "-000" + number,
            "You asked:",
            "Every reply to the post about lunch",
            "We found 3 records. We release 1 in full and 1 in part, and withhold 1.",
            "5 ILCS 140/7(1)(b)): records " + number(HOME),
            "Public Access Counselor",
            "Freedom of Information Officer",
            "Record " + number(LATE),
            "[redacted: FERPA")
        .doesNotContain("Ana Ruiz", "Elm Street", "Sam Ito");
    assertThat(text("records.csv"))
        .contains("\"The bus was late\"", "\"'=Kai Lund\"", "[redacted: FERPA", "\"withheld\"")
        .doesNotContain("Ana", "Elm", "Sam Ito");
    JsonNode json = new ObjectMapper().readTree(files().get("records.json"));
    assertThat(json.path("records").findValuesAsText("decision"))
        .containsExactlyInAnyOrder("release", "redact", "withhold");
    assertThat(json.path("records").findValuesAsText("id")).containsExactly("71");
    assertThat(text("exemptions.csv").lines())
        .hasSize(3)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("Redacted: words of the text", "FERPA, 20 U.S.C.")
                    .doesNotContain("vega"))
        .anySatisfy(line -> assertThat(line).contains("Withheld: the whole record", "140/7(1)(b)"));
  }

  /** Returns the text of the PDF in one line. */
  private String printed() throws IOException {
    return PdfText.of(files().get("answer.pdf")).text().replaceAll("\\s+", " ");
  }

  @Test
  void aPackageThatWasInterruptedGoesOnWhereItWas() throws IOException {
    officer.post(path + "/answer/package", Map.of());
    assertThat(job.step(1)).isTrue();
    assertThat(page(officer, path + "/answer")).contains("Making the files: 1 of 3 records.");
    goOn(1);
    sign();

    assertThat(files().keySet())
        .contains("answer.pdf", "answer-0002.pdf", "answer-0003.pdf")
        .doesNotContain("answer-0004.pdf");
    assertThat(PdfText.of(files().get("answer-0002.pdf")).pages().get(0)).contains("part 2");
    assertThat(new ObjectMapper().readTree(files().get("records.json")).path("records")).hasSize(3);
    assertThat(text("records.csv").lines()).hasSize(4);
    assertThat(text("exemptions.csv").lines())
        .as("one of each item, after its head")
        .hasSize(3)
        .doesNotHaveDuplicates();
  }

  @Test
  void aRequestThatFoundNothingIsAnsweredByALetter() throws IOException {
    asked("nothing-like-this");
    make();
    sign();

    assertThat(printed()).contains("found no records", "Public Access Counselor");
    assertThat(new ObjectMapper().readTree(files().get("records.json")).path("records")).isEmpty();
  }

  @Test
  void theAnswerSpeaksTheLanguageOfTheRequester() throws IOException {
    asked("bus", "language", "es");
    items.forEach(item -> decide(item, "withhold", "exemption", "ferpa"));
    make();

    assertThat(printed())
        .contains("Usted pidió", "retenido", "Consejero de Acceso Público", "Registro 1");
    assertThat(text("records.csv")).contains("\"retenido\"");
  }

  @Test
  void itIsNotMadeBeforeEverythingIsDecidedNorTwiceAtOnce() {
    officer.post(path + "/answer/package", Map.of());
    assertThat(officer.post(path + "/answer/package", Map.of()).asString())
        .contains("A package of this request is being made.");

    asked("bus");
    ConsoleResponse early = officer.post(path + "/answer/package", Map.of());

    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.asString()).contains("Nobody decided these items yet: 3");
  }

  @Test
  void aDecisionThatChangesMeanwhileMakesItOutdated() {
    make();
    decide(item(LATE), "withhold", "exemption", "ferpa");
    sign();

    assertThat(state()).isEqualTo("outdated");
    assertThat(page(officer, path + "/answer")).contains("Items were decided otherwise while");
    assertThat(texts("select number::text from records_answer_part")).isEmpty();
  }

  @Test
  void whatASearchAddsMeanwhileMakesItOutdated() throws Exception {
    make();
    deciding.allowed("74", "Kai Lund", "No bus came", Duration.ofMinutes(1));
    index.catchUp();
    officer.post("/requests/searches?q=bus", Map.of("request", request().toString()));
    while (searches.step(500)) {
      // Until no search waits.
    }
    sign();

    assertThat(state()).isEqualTo("outdated");
  }

  @Test
  void aDecisionThatChangesWhileTheFilesAreMadeEndsItBeforeItIsSigned() {
    officer.post(path + "/answer/package", Map.of());
    assertThat(job.step(1)).isTrue();
    decide(item(LATE), "later");
    goOn(1);

    assertThat(state()).isEqualTo("outdated");
    assertThat(seed.outgoing()).noneMatch(json -> json.contains("\"SignRecords\""));
  }

  @Test
  void aStepThatNeverEndsIsNotTakenForever() {
    officer.post(path + "/answer/package", Map.of());
    for (int i = 0; i < 6; i++) {
      database.write(h -> h.execute("update records_answer set next_at = clock_timestamp()"));
      work.next().ifPresent(work::tries);
    }

    assertThat(state()).isEqualTo("failed");
    assertThat(job.step(1)).isFalse();
  }

  @Test
  void aTextThatNobodyDecidedNeverGoesOut() {
    database.write(
        h -> h.execute("update revision set body = 'Other words' where comment_id = '71'"));

    make();

    assertThat(state()).isEqualTo("making");
    assertThat(texts("select file from records_answer_piece")).isEmpty();
  }

  @Test
  void longRecordsAreSpreadOverMoreFiles() throws IOException {
    database.write(
        h ->
            h.execute(
                "update revision set raw = jsonb_build_object('more', repeat('long ', 80001))::text"));
    make();
    sign();

    assertThat(state()).isEqualTo("ready");
    assertThat(files().keySet()).contains("answer-0002.pdf");
    assertThat(new ObjectMapper().readTree(files().get("records.json")).path("records")).hasSize(3);
  }

  @Test
  void aSignatureThatIsRefusedEndsIt() {
    make();
    database.write(
        h -> {
          EvidenceLedger.take(
              h, List.of(new EvidenceFailed(order().orderId(), Why.FAILED, Instant.now())));
          return 1;
        });

    assertThat(state()).isEqualTo("failed");
    assertThat(page(officer, path + "/answer")).contains("It was not made.");
    make();
    assertThat(state()).isEqualTo("signing");
  }

  @Test
  void officersDownloadItAndEachDownloadIsOnRecord() throws IOException {
    make();
    sign();

    ConsoleResponse file = officer.get(path + "/answer/" + answer() + "/file");

    assertThat(file.header("Content-Type")).isEqualTo("application/zip");
    assertThat(file.asByteArray()).isEqualTo(parts.open(answer()).readAllBytes());
    assertThat(texts("select detail from audit where act = 'request-answer-downloaded'"))
        .containsExactly("SHA-256 " + one("select sha256 from records_answer"));
  }
}
