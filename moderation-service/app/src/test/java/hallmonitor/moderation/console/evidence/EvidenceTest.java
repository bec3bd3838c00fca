package hallmonitor.moderation.console.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.EvidenceOrder.UploadedPart;
import hallmonitor.contract.event.EvidenceOrder.VerifyLedger;
import hallmonitor.contract.event.EvidenceOrder.VerifyPackage;
import hallmonitor.contract.event.EvidenceResult;
import hallmonitor.contract.event.EvidenceResult.EvidenceFailed;
import hallmonitor.contract.event.EvidenceResult.LedgerChecked;
import hallmonitor.contract.event.EvidenceResult.LedgerVerified;
import hallmonitor.contract.event.EvidenceResult.PackageVerified;
import hallmonitor.contract.event.EvidenceResult.PackedFile;
import hallmonitor.contract.event.EvidenceResult.Problem;
import hallmonitor.contract.event.EvidenceResult.ProblemKind;
import hallmonitor.contract.event.EvidenceResult.RequestAnswered;
import hallmonitor.contract.event.EvidenceResult.Why;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.printing.PdfText;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests how the ledger stands, and verifications, through the console's pages. */
@ConsoleTest
class EvidenceTest extends VerificationTests {
  private static final String HASH = NotifierAtWork.HASH;
  private static final String OTHER_HASH = "0123456789abcdef".repeat(4);

  @Test
  void beforeAnythingIsKnownThePageSaysWhatWillBeHere() {
    assertThat(auditor.get("/evidence").asString())
        .contains("The notifier has not reported yet", "No verifications yet");
    assertThat(upload("evidence.zip", "x").asString()).contains("has not been heard yet");
  }

  @Test
  void thePageSaysHowTheLedgerStandsAndWarnsOfAnAlarm() {
    notifier.tellsOfLedger(Optional.empty());
    assertThat(auditor.get("/evidence").asString())
        .contains("<dd>42</dd>", "up to record 40", "<dd>2</dd>", HASH, "never")
        .doesNotContain("not as it was signed");

    notifier.tellsOfLedger(Optional.of("Checkpoint 40 was <b>changed</b>."));

    assertThat(auditor.get("/evidence").asString())
        .contains("not as it was signed", "Checkpoint 40 was &lt;b&gt;changed");
  }

  @Test
  void theLedgerIsVerifiedInTheBackgroundWithProgress() {
    UUID id = UUID.randomUUID();
    Map<String, String> form = Map.of("form", id.toString());
    assertThat(auditor.post("/evidence/ledger", form).statusCode()).isEqualTo(303);
    auditor.post("/evidence/ledger", form);
    assertThat(notifier.orders(VerifyLedger.class)).hasSize(1);
    assertThat(result(id)).contains("It is being verified", "every 2s");

    notifier.says(new LedgerChecked(id, 5_000, 42_000));
    await().until(() -> result(id).contains("5000 of 42000 records checked"));
    answers(new LedgerVerified(id, 42_000, 9, 3, List.of(HASH), List.of(), Instant.now()));

    assertThat(result(id))
        .contains("everything is right", "All 42000 records", "all 9 signed", HASH)
        .doesNotContain("every 2s");
    notifier.tellsOfLedger(Optional.empty());
    assertThat(auditor.get("/evidence").asString())
        .contains("everything is right")
        .doesNotContain("never");
    assertThat(notifier.one("select string_agg(act, ' ') from audit where act like 'ledger%'"))
        .isEqualTo("ledger-verified");
  }

  @Test
  void aLedgerThatWasChangedIsNotProvenAndTheRecordIsNamed() {
    UUID id = UUID.randomUUID();
    auditor.post("/evidence/ledger", Map.of("form", id.toString()));
    answers(
        new LedgerVerified(
            id,
            3,
            1,
            0,
            List.of(),
            List.of(
                new Problem(
                    "record 4",
                    "its content does not have its hash: it was changed after it was sealed",
                    ProblemKind.CHANGED_RECORD,
                    Optional.of(4L),
                    false)),
            Instant.now()));

    assertThat(result(id))
        .contains("not proven", "Up to record 3", "Record 4", "changed after it was sealed");
  }

  @Test
  void anUploadedPackageIsHandedOverEncryptedAndItsResultIsShownFileByFile() throws Exception {
    notifier.tellsOfLedger(Optional.empty());
    ConsoleResponse sent = upload("../../a<b>evil\u202e.zip", "PK the content");
    assertThat(sent.statusCode()).isEqualTo(303);
    VerifyPackage order = notifier.orders(VerifyPackage.class).get(0);
    UploadedPart part = notifier.orders(UploadedPart.class).get(0);
    assertThat(order.parts()).isEqualTo(1);
    assertThat(part.sealed()).doesNotContain("content");
    assertThat(new String(notifier.key.open(order.orderId(), 0, part.sealed()), UTF_8))
        .isEqualTo("PK the content");

    answers(
        new PackageVerified(
            order.orderId(),
            HASH,
            14,
            false,
            false,
            7,
            0,
            List.of(HASH),
            List.of(new PackedFile("case.pdf", HASH), new PackedFile("case.json", OTHER_HASH)),
            List.of(
                problem(
                    "case.pdf",
                    "it is not the file that was packed: its hash differs",
                    ProblemKind.CHANGED_FILE)),
            Optional.empty(),
            Instant.now()));

    assertThat(sent.header("Location")).endsWith("/evidence/verifications/" + order.orderId());
    String page = auditor.get("/evidence/verifications/" + order.orderId()).asString();
    assertThat(page)
        .contains("Don't rely on it", "case.pdf", "It was changed.", "<strong>no</strong>", "yes")
        .contains("<bdi>a&lt;b&gt;evil.zip</bdi>")
        .doesNotContain("\u202e");
    ConsoleResponse certificate =
        auditor.get("/evidence/verifications/" + order.orderId() + "/certificate.pdf");
    assertThat(certificate.contentType()).isEqualTo("application/pdf");
    assertThat(printed(certificate))
        .contains("Not proven", "a<b>evil.zip", order.orderId().toString())
        .containsSubsequence("What is not right", "case.pdf", "It was changed.")
        .containsSubsequence("SHA-256 of each file", "case.pdf", HASH, "case.json", OTHER_HASH);
    assertThat(
            notifier.one(
                "select string_agg(act, ' ' order by id) from audit where act like '%verif%'"))
        .isEqualTo("package-verified verification-downloaded");
  }

  /** Returns what a reader sees on a certificate, each run of blanks and line ends as one blank. */
  private static String printed(ConsoleResponse certificate) throws IOException {
    return PdfText.of(certificate.asByteArray()).text().replaceAll("\\s+", " ");
  }

  @Test
  void aPackageWithRecordsThatNobodySignedIsRightAndNotYetSigned() throws IOException {
    notifier.tellsOfLedger(Optional.empty());
    upload("evidence.zip", "x");
    UUID id = notifier.orders(VerifyPackage.class).get(0).orderId();
    answers(
        new PackageVerified(
            id,
            HASH,
            1,
            true,
            false,
            7,
            3,
            List.of(HASH),
            List.of(),
            List.of(),
            Optional.empty(),
            Instant.now()));

    assertThat(result(id).replaceAll("\\s+", " "))
        .contains("right, not yet signed", "3 of them were not signed yet")
        .doesNotContain("everything is right");
    assertThat(printed(auditor.get("/evidence/verifications/" + id + "/certificate.pdf")))
        .contains("Right, not yet signed")
        .doesNotContain("Everything is right");
    auditor.post("/language", Map.of("language", "es", "back", "/evidence"));
    assertThat(result(id)).contains("correcto, aún sin firmar");
  }

  @Test
  void aFileThatWasNotMadeHereIsNotProvenAlthoughItsRecordsAre() {
    notifier.tellsOfLedger(Optional.empty());
    upload("evidence.zip", "x");
    UUID id = notifier.orders(VerifyPackage.class).get(0).orderId();
    answers(
        new PackageVerified(
            id,
            HASH,
            1,
            false,
            false,
            7,
            0,
            List.of(HASH),
            List.of(new PackedFile("case.pdf", HASH)),
            List.of(),
            Optional.empty(),
            Instant.now()));

    assertThat(result(id))
        .contains("only its records are proven", "not a file that was made here", "its 7 records")
        .doesNotContain("everything is right", "The package is the one that was made");
  }

  private UUID answer(boolean made, Problem... problems) {
    notifier.tellsOfLedger(Optional.empty());
    upload("answer-R-2026-0001.zip", "x");
    UUID id = notifier.orders(VerifyPackage.class).get(0).orderId();
    answers(
        new PackageVerified(
            id,
            HASH,
            1,
            made,
            false,
            8,
            0,
            List.of(HASH),
            List.of(),
            List.of(problems),
            Optional.of(
                made
                    ? new RequestAnswered("R-2026-0001", Optional.of(Instant.now()))
                    : new RequestAnswered("", Optional.empty())),
            Instant.now()));
    return id;
  }

  @Test
  void anAnswerToARequestIsVerifiedHereToo() {
    UUID id = answer(true);

    assertThat(result(id))
        .contains(
            "everything is right",
            "This is the answer to request R-2026-0001",
            "Each of its 8 files is the one that was signed",
            "It does not prove that the answer is complete")
        .doesNotContain("records, complete", "Don't rely on it");
    assertThat(auditor.get("/evidence/verifications/" + id + "/certificate.pdf").contentType())
        .isEqualTo("application/pdf");
  }

  @Test
  void whatIsWrongWithAnAnswerIsSaidInBothLanguages() throws IOException {
    UUID id =
        answer(
            false,
            problem(
                "records.csv",
                "it is not the file that was signed: its hash differs",
                ProblemKind.CHANGED_SIGNED_FILE),
            problem("SHA256SUMS", "it is not the list that was signed", ProblemKind.OTHER_LIST));
    ConsoleResponse certificate = auditor.get("/evidence/verifications/" + id + "/certificate.pdf");

    assertThat(result(id))
        .contains(
            "This is not an answer as your district signed it",
            "records.csv",
            "It is not the file that was signed. It was changed.",
            "It is not the list of files that was signed.")
        .doesNotContain("everything is right", "its 8 records");
    assertThat(printed(certificate))
        .contains(
            "Not proven",
            "records.csv It is not the file that was signed. It was changed.",
            "SHA256SUMS It is not the list of files that was signed.");
    auditor.post("/language", Map.of("language", "es", "back", "/evidence"));
    assertThat(result(id))
        .contains(
            "No es una respuesta como la firmó su distrito",
            "No es el archivo que se firmó. Fue modificado.");
  }

  @Test
  void whatHasNoNameIsSaidInTheWordsOfTheVerification() {
    UUID id = answer(false, problem("record 4", "its row is <b>", ProblemKind.OTHER));

    assertThat(result(id))
        .contains("record 4", "The verification says: its row is &lt;b&gt;")
        .doesNotContain("its row is <b>");
  }

  private static Problem problem(String where, String why, ProblemKind kind) {
    return new Problem(where, why, kind, Optional.empty(), false);
  }

  @Test
  void whatCouldNotBeVerifiedSaysWhatToDo() {
    notifier.tellsOfLedger(Optional.empty());
    upload("evidence.zip", "x");
    UUID id = notifier.orders(VerifyPackage.class).get(0).orderId();
    answers(new EvidenceFailed(id, Why.UNREADABLE, Instant.now()));

    assertThat(result(id)).contains("Upload it again").doesNotContain("Certificate");
    assertThat(auditor.get("/evidence/verifications/" + id + "/certificate.pdf").statusCode())
        .isEqualTo(409);
  }

  @Test
  void anEmptyFormAndAFileThatIsTooLargeAreRefused() {
    notifier.tellsOfLedger(Optional.empty());

    assertThat(upload("evidence.zip", "").asString()).contains("Choose the file of a package");
    assertThat(
            auditor
                .upload("/evidence/files", "file", "big.zip", new byte[(40 << 20) + 1])
                .statusCode())
        .isEqualTo(413);
    assertThat(notifier.orders(VerifyPackage.class)).isEmpty();
  }

  private void answers(EvidenceResult answer) {
    notifier.says(answer);
    await().until(() -> !result(UUID.fromString(answer.key())).contains("every 2s"));
  }
}
