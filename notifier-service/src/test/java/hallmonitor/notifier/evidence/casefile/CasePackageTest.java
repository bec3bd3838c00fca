package hallmonitor.notifier.evidence.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.notifier.evidence.LedgerBuilder;
import hallmonitor.notifier.evidence.checkpoint.CheckpointFolder;
import hallmonitor.notifier.evidence.checkpoint.SignedAt;
import hallmonitor.notifier.evidence.checkpoint.SigningKey;
import hallmonitor.notifier.evidence.ledger.Hash;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import hallmonitor.printing.PdfText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasePackageTest {
  private static final String NAMES =
      """
      # students of the case
      María López | FERPA, 34 CFR 99.3
      Álvarez, José
      """;

  @TempDir Path folder;
  private final LedgerBuilder ledger = ACase.ledger();

  @Test
  void itHoldsWhatTheRecordsHoldByteForByte() {
    Map<String, byte[]> files = files(Optional.empty());

    assertThat(text(files, "raw/000002-seen.json")).isEqualTo(ACase.RAW);
    assertThat(text(files, "raw/000002-earlier-1.json")).isEqualTo("{\"id\":1}");
    assertThat(files.get("attachments/000004-" + Hash.of(ACase.PICTURE).substring(0, 16) + ".png"))
        .isEqualTo(ACase.PICTURE);
    assertThat(files.get("ledger/records.ndjson")).isEqualTo(LedgerBuilder.lines(ofTheCase()));
    assertThat(files.keySet())
        .contains(
            "case.json",
            "certificate-draft.txt",
            "HOW-TO-VERIFY.txt",
            "WHAT-IT-PROVES.txt",
            "ledger/proof.json",
            "ledger/checkpoints/checkpoint-000000000010.json");
    assertThat(text(files, "SHA256SUMS"))
        .contains(Hash.of(files.get("case.pdf")) + "  case.pdf\n")
        .doesNotContain("SHA256SUMS");
  }

  @Test
  void thePagesShowHostileTextAsText() throws IOException {
    String pages = pages(files(Optional.empty()).get("case.pdf"));

    assertThat(pages)
        .contains("<script>alert('x')</script>")
        .contains("&amp;")
        .contains("[RIGHT-TO-LEFT OVERRIDE]")
        .contains("[ZERO WIDTH SPACE]")
        .contains("[START OF HEADING]")
        .contains("[AMERICAN FOOTBALL]")
        .contains("[U+4E2D][U+6587]")
        .contains("¡María López, mañana en el gimnasio!")
        .contains("Only joking, Lopez, María!")
        .contains("opened the case")
        .contains("Spoke with LOPEZ");
  }

  @Test
  void thePagesHaveTheWordsOfThePicturesAndTimesForPeople() throws IOException {
    String pages = pages(files(Optional.empty()).get("case.pdf")).replaceAll("\\s+", " ");

    assertThat(pages)
        .contains("Words read in its pictures and videos Maria Lopez, see you at the flagpole")
        .contains("19:30:05.250")
        .doesNotContain("05.250123456");
    assertThat(pages(files(Optional.of(RedactedNames.read(NAMES))).get("case.pdf")))
        .contains("[student 1], see you");
  }

  @Test
  void thePagesNamePeopleAndTheRecordsKeepTheirUserNames() throws IOException {
    Map<String, byte[]> files = files(Optional.empty());

    assertThat(pages(files.get("case.pdf")).replaceAll("\\s+", " "))
        .contains("by: Ngozi Okafor", "person: Kofi Osei", "by: automatically")
        .doesNotContain("okafor", "osei", "by: policy");
    assertThat(text(files, "case.json")).contains("okafor", "osei");
  }

  @Test
  void aStudentWhoIsLeftOutIsLeftOutOfTheNamesOfStaffToo() throws IOException {
    String pages = pages(files(Optional.of(RedactedNames.read("Kofi Osei"))).get("case.pdf"));

    assertThat(pages).doesNotContain("Osei");
  }

  @Test
  void theCertificateIsFilledFromTheRecordsAndLeavesBlanksForThePerson() {
    String certificate = text(files(Optional.empty()), "certificate-draft.txt");

    assertThat(certificate)
        .contains("902(13)")
        .contains("5f0c1f1e-7a3b-5c55-9d53-0a6a3f3c2b11")
        .contains(ledger.records().get(1).hash())
        .contains("synchronised with a time server: yes")
        .contains("My name is ______________________")
        .doesNotContain("{");
  }

  @Test
  void aRedactedPackageNamesNobodyAnywhere() throws IOException {
    Map<String, byte[]> files = files(Optional.of(RedactedNames.read(NAMES)));

    NameRedaction redaction = new NameRedaction(RedactedNames.read(NAMES));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String all =
          file.getKey()
              + "\n"
              + (file.getKey().endsWith(".pdf")
                  ? pages(file.getValue()) + metadata(file.getValue())
                  : new String(file.getValue(), UTF_8));
      assertThat(redaction.finds(all)).as(file.getKey()).isFalse();
    }
    assertThat(files.keySet()).noneMatch(name -> name.startsWith("attachments/"));
    assertThat(files).doesNotContainKey("ledger/records.ndjson");
  }

  @Test
  void aRedactedPackageStillTellsTheCase() throws IOException {
    Map<String, byte[]> files = files(Optional.of(RedactedNames.read(NAMES)));

    assertThat(text(files, "case.json"))
        .contains("¡[student 1], mañana en el gimnasio!")
        .contains("Only joking, [student 1]!")
        .contains("Who plays, [student 1]7?")
        .contains("Spoke with [student 1] and the family")
        .contains(ledger.records().get(1).hash());
    assertThat(pages(files.get("case.pdf"))).contains("[student 1]").contains("REDACTED");
    assertThat(text(files, "REDACTIONS.txt"))
        .containsPattern("\\[student 1\\]  replaced \\d+ times  FERPA, 34 CFR 99.3")
        .contains("withheld as a whole")
        .contains("[student 2]");
    assertThat(text(files, "ledger/originals.json")).contains(ledger.records().get(1).hash());
    assertThat(text(files, "HOW-TO-VERIFY.txt")).contains("can no longer be hashed");
  }

  /** Guessing the names right reproduces every original except its salt. */
  @Test
  void tryingTheRightNamesReproducesNoHashOfARedactedPackage() throws IOException {
    Map<String, byte[]> files = files(Optional.of(RedactedNames.read(NAMES)));
    String everything = everything(files);

    for (SealedRecord sealed : ofTheCase()) {
      String original = new String(sealed.record(), UTF_8);
      String salt = original.replaceFirst("(?s).*,\"salt\":\"([0-9a-f]{32})\",.*", "$1");
      assertThat(salt).hasSize(32);
      assertThat(everything).doesNotContain(salt);
      assertThat(everything).contains(sealed.hash());
      for (String guess :
          List.of(
              original.replace("\"salt\":\"" + salt + "\",", ""),
              original.replace(salt, ""),
              original.replace(salt, "[withheld]"),
              original.replace(salt, "0".repeat(32)))) {
        assertThat(everything).doesNotContain(Hash.of(guess.getBytes(UTF_8)));
      }
    }
    for (byte[] unsalted :
        List.of(ACase.RAW.getBytes(UTF_8), ACase.HOSTILE.getBytes(UTF_8), ACase.PICTURE)) {
      assertThat(everything).doesNotContain(Hash.of(unsalted));
    }
    assertThat(everything)
        .as("revisions are hashes of texts")
        .doesNotContain("3fa9c0d17be24a55", "77aa\"");
    assertThat(text(files, "HOW-TO-VERIFY.txt")).contains("salt");
  }

  @Test
  void hashesWithinTextsAreWithheldAndIdsMadeOfTextsBecomeNumbers() throws IOException {
    String sha = Hash.of("María López".getBytes(UTF_8));
    UUID named = UUID.nameUUIDFromBytes("María López".getBytes(UTF_8));
    UUID random = UUID.randomUUID();
    JsonNode record =
        new ObjectMapper()
            .readTree(
                """
                {"case":"%s","content":{"at":"%s","raw":"[left out: 9 bytes, SHA-256 %s; kept]","revision":"1234567890123456",
                 "id":"12345678901234567890","also":"%s"},"entry":"%s","previous":"%s"}\
                """
                    .formatted(ACase.ID, ACase.ID, sha, random, named, "a".repeat(64)));

    String shown = new HashRedaction().withheldFrom(record).toString();

    assertThat(shown)
        .doesNotContain(sha, named.toString(), "\"1234567890123456\"")
        .contains("\"at\":\"" + ACase.ID, "12345678901234567890", random.toString())
        .contains("\"entry\":\"[id 1]\"", "a".repeat(64), "[left out: 9 bytes, SHA-256 [withheld");
  }

  private static String everything(Map<String, byte[]> files) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      all.append(file.getKey()).append('\n');
      all.append(
          file.getKey().endsWith(".pdf")
              ? pages(file.getValue())
              : new String(file.getValue(), UTF_8));
    }
    return all.toString();
  }

  @Test
  void theSameCaseIsPackedForLookingAt() throws IOException {
    Path sample = Files.createDirectories(Path.of("target", "evidence-sample"));
    for (boolean redacted : new boolean[] {false, true}) {
      Map<String, byte[]> files =
          files(redacted ? Optional.of(RedactedNames.read(NAMES)) : Optional.empty());
      Path to = Files.createDirectories(sample.resolve(redacted ? "redacted" : "whole"));
      for (String name : List.of("case.pdf", "certificate-draft.pdf")) {
        Files.write(to.resolve(name), files.get(name));
        assertThat(pages(files.get(name))).isNotBlank();
      }
    }
  }

  private List<SealedRecord> ofTheCase() {
    return ledger.records().stream()
        .filter(r -> new String(r.record(), UTF_8).contains("\"case\":\"" + ACase.ID))
        .toList();
  }

  private Map<String, byte[]> files(Optional<RedactedNames> names) {
    CheckpointFolder checkpoints = new CheckpointFolder(folder.resolve("checkpoints"));
    SigningKey key = SigningKey.in(folder.resolve("secrets"));
    SignedAt.write(checkpoints, ledger.head(), key);
    return CasePackage.of(
        new CasePackage.Parts(
            ofTheCase(),
            new CasePackage.Sources(
                n -> Optional.of(ledger.records().get((int) n - 1).hash()),
                n -> Optional.of(ledger.records().get((int) n - 1).link()),
                ledger.head().sequence(),
                List.of(ledger.head().sequence())),
            checkpoints,
            sha256 -> Optional.of(ACase.PICTURE),
            0,
            Map.of(
                "case", ACase.ID.toString(),
                "district", "Maple Valley School District",
                "signed", "10",
                "signedAt", "2026-11-24T18:40:00Z",
                "key", key.fingerprint()),
            Map.of("osei", "Kofi Osei"),
            Optional.empty()),
        names);
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), UTF_8);
  }

  private static String pages(byte[] pdf) throws IOException {
    return PdfText.of(pdf).text();
  }

  private static String metadata(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getDocumentInformation().getCOSObject().toString();
    }
  }
}
