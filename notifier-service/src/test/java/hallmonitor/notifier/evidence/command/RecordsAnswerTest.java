package hallmonitor.notifier.evidence.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hallmonitor.contract.event.EvidenceOrder.SignRecords;
import hallmonitor.contract.event.EvidenceResult.EvidenceFailed;
import hallmonitor.contract.event.EvidenceResult.PackageVerified;
import hallmonitor.contract.event.EvidenceResult.Problem;
import hallmonitor.contract.event.EvidenceResult.RecordsSigned;
import hallmonitor.contract.event.EvidenceResult.Why;
import hallmonitor.notifier.evidence.EvidenceAtWork;
import hallmonitor.notifier.evidence.LedgerRoom;
import hallmonitor.notifier.evidence.casefile.ACase;
import hallmonitor.notifier.evidence.checkpoint.RecordsSignature;
import hallmonitor.notifier.evidence.checkpoint.SigningKey;
import hallmonitor.notifier.evidence.desk.ConsoleAsking;
import hallmonitor.notifier.evidence.keeping.EvidenceKeeping;
import hallmonitor.notifier.evidence.ledger.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers to requests for records are signed here, and a stranger verifies them by the command. */
class RecordsAnswerTest {
  private static final String NUMBER = "R-2026-0007";

  @TempDir Path data;
  private final HeardCommand command = new HeardCommand();
  private final Map<String, byte[]> files = new TreeMap<>();
  private LedgerRoom room;
  private ConsoleAsking console;
  private EvidenceKeeping keeping;

  @BeforeEach
  void start() {
    room = ACase.in(ACase.ledger());
    console = new ConsoleAsking(room);
    keeping = EvidenceAtWork.start(room, data);
    files.put("answer.pdf", "%PDF".getBytes(UTF_8));
    files.put("records.csv", "item,text\n1,The bus was late\n".getBytes(UTF_8));
  }

  @AfterEach
  void stop() {
    keeping.close();
  }

  @Test
  void anAnswerIsProvenWithTheNumberThatWasSigned() throws IOException {
    assertThat(verify(signed())).as(command.words()).isZero();

    assertThat(command.words())
        .contains(
            "the answer to request R-2026-0007",
            "Each of its 2 files is the one that was signed",
            "does not prove that the answer is complete",
            "Public key: " + SigningKey.in(data.resolve("secrets")).fingerprint());
  }

  @Test
  void thatItWasSignedIsSealed() throws IOException {
    signed();

    List<String> noted =
        room.database.withHandle(
            h ->
                h.createQuery(
                        """
                        select concat_ws('|', j ->> 'number', j ->> 'sha256', j ->> 'by')
                        from (select convert_from(content, 'UTF8')::json as j
                              from evidence_entry where kind = 'records-signed') noted
                        """)
                    .mapTo(String.class)
                    .list());

    assertThat(noted).containsExactly(NUMBER + "|" + Hash.of(list()) + "|ortega");
  }

  @Test
  void whatWasChangedAddedOrTakenOutIsNamed() throws IOException {
    signed();
    files.put("records.csv", "item,text\n".getBytes(UTF_8));
    files.put("more.txt", new byte[] {1});
    files.remove("answer.pdf");

    assertThat(verify(files)).isEqualTo(1);
    assertThat(command.words())
        .contains(
            "records.csv: it is not the file that was signed",
            "more.txt: it was added",
            "answer.pdf: it is missing");
  }

  @Test
  void anotherListWithTheSameSignatureIsNotTheOneThatWasSigned() throws IOException {
    signed();
    files.put("records.csv", "item,text\n".getBytes(UTF_8));
    files.put("SHA256SUMS", list());

    assertThat(verify(files)).isEqualTo(1);
    assertThat(command.words()).contains("SHA256SUMS: it is not the list that was signed");
  }

  @Test
  void anotherNumberOrTimeDoesNotFitTheSignature() throws IOException {
    signed();
    String text = new String(files.get("signature.json"), UTF_8);
    files.put("signature.json", text.replace(NUMBER, "R-2026-0008").getBytes(UTF_8));

    assertThat(verify(files)).isEqualTo(1);
    assertThat(command.words()).contains("signature.json: it does not fit: it was changed");
  }

  @Test
  void aKeyThatIsOnlyInTheAnswerIsNotTrustedBesideOneThatWasGiven() throws IOException {
    SigningKey foreign = SigningKey.in(data.resolve("elsewhere"));
    files.put("key-0123456789abcdef.pem", foreign.publicKey().pem().getBytes(UTF_8));
    files.put("SHA256SUMS", list());
    files.put(
        "signature.json",
        RecordsSignature.sign(NUMBER, Hash.of(list()), Instant.now(), foreign)
            .text()
            .getBytes(UTF_8));

    assertThat(verify(files)).isEqualTo(1);
    assertThat(command.words()).contains("which is not given");
    assertThat(run("verify", data.resolve("answer.zip").toString())).isZero();
    assertThat(command.words()).contains("That key was found beside what it vouches for");
  }

  @Test
  void anAnswerThatWasCutOffIsNotProven() throws IOException {
    verify(signed());
    byte[] whole = Files.readAllBytes(data.resolve("answer.zip"));
    Files.write(data.resolve("answer.zip"), java.util.Arrays.copyOf(whole, whole.length - 30));

    assertThat(run("verify", data.resolve("answer.zip").toString())).isEqualTo(1);
    assertThat(command.words()).contains("NOT PROVEN", "cut off");
  }

  @Test
  void aFileThatCannotBeUnpackedIsChanged() throws IOException {
    verify(signed());
    byte[] zip = Files.readAllBytes(data.resolve("answer.zip"));
    // The directory, which follows the files, says how long each is; its names come 46 bytes later.
    int length = new String(zip, ISO_8859_1).lastIndexOf("records.csv") - 46 + 20;
    zip[length] -= 4;
    Files.write(data.resolve("answer.zip"), zip);

    assertThat(run("verify", data.resolve("answer.zip").toString())).isEqualTo(1);
    assertThat(command.words()).contains("records.csv: it is not the file that was signed");
  }

  @Test
  void aSecondListAndAKeyThatIsNoneAreNamed() throws IOException {
    signed();
    files.put("SHA256SUMA", "none".getBytes(UTF_8));
    files.put("key-00000000000000aa.pem", "Read this.".getBytes(UTF_8));
    verify(files);
    String zip = new String(Files.readAllBytes(data.resolve("answer.zip")), ISO_8859_1);
    Files.write(
        data.resolve("answer.zip"), zip.replace("SHA256SUMA", "SHA256SUMS").getBytes(ISO_8859_1));

    assertThat(run("verify", data.resolve("answer.zip").toString())).isEqualTo(1);
    assertThat(command.words())
        .contains("SHA256SUMS: it was added", "key-00000000000000aa.pem: it was added");
  }

  private PackageVerified uploaded() throws IOException {
    verify(files);
    UUID order = console.asksToVerify(Files.readAllBytes(data.resolve("answer.zip")));
    return console.waitFor(PackageVerified.class, p -> p.orderId().equals(order));
  }

  @Test
  void theConsoleVerifiesAnAnswerAsTheCommandDoes() throws IOException {
    signed();

    PackageVerified right = uploaded();

    assertThat(right.problems()).isEmpty();
    assertThat(right.made()).isTrue();
    assertThat(right.records()).isEqualTo(2);
    assertThat(right.answer().orElseThrow().number()).isEqualTo(NUMBER);
    assertThat(right.answer().orElseThrow().signedAt()).isPresent();
    files.put("records.csv", "item,text\n".getBytes(UTF_8));
    assertThat(uploaded().problems())
        .extracting(Problem::where, Problem::why)
        .containsExactly(
            tuple("records.csv", "it is not the file that was signed: its hash differs"));
  }

  @Test
  void theConsoleTrustsNoKeyThatCameWithTheAnswer() throws IOException {
    SigningKey foreign = SigningKey.in(data.resolve("elsewhere"));
    files.put("key-0123456789abcdef.pem", foreign.publicKey().pem().getBytes(UTF_8));
    files.put("SHA256SUMS", list());
    files.put(
        "signature.json",
        RecordsSignature.sign(NUMBER, Hash.of(list()), Instant.now(), foreign)
            .text()
            .getBytes(UTF_8));

    PackageVerified wrong = uploaded();

    assertThat(wrong.made()).isFalse();
    assertThat(wrong.records()).as("files as they were signed").isZero();
    assertThat(wrong.answer().orElseThrow().number()).isEmpty();
    assertThat(wrong.problems())
        .anySatisfy(problem -> assertThat(problem.why()).contains("which is not given"));
  }

  @Test
  void aListWithoutAHashIsRefused() {
    UUID order = send("no hash");

    assertThat(console.waitFor(EvidenceFailed.class, f -> f.orderId().equals(order)).why())
        .isEqualTo(Why.UNREADABLE);
  }

  private UUID send(String sha256) {
    UUID order = UUID.randomUUID();
    console.send(
        new SignRecords(order, UUID.randomUUID(), NUMBER, sha256, "ortega", Instant.now()));
    return order;
  }

  /** Adds what the notifier signs to the files. */
  private Map<String, byte[]> signed() {
    SigningKey key = SigningKey.in(data.resolve("secrets"));
    files.put(
        "key-" + key.fingerprint().substring(0, 16) + ".pem",
        key.publicKey().pem().getBytes(UTF_8));
    UUID order = send(Hash.of(list()));
    RecordsSigned signed = console.waitFor(RecordsSigned.class, s -> s.orderId().equals(order));
    assertThat(signed.publicKey()).isEqualTo(key.publicKey().pem());
    files.put("SHA256SUMS", list());
    files.put("signature.json", signed.signature().getBytes(UTF_8));
    return files;
  }

  private byte[] list() {
    StringBuilder list = new StringBuilder();
    files.forEach(
        (name, content) -> {
          if (!name.matches("SHA256SUMS|signature.json|key-.*")) {
            list.append(Hash.of(content)).append("  ").append(name).append('\n');
          }
        });
    return list.toString().getBytes(UTF_8);
  }

  private int verify(Map<String, byte[]> content) throws IOException {
    Path file = data.resolve("answer.zip");
    Files.write(file, ZippedFiles.zip(content));
    SigningKey key = SigningKey.in(data.resolve("secrets"));
    Path trusted = Files.writeString(data.resolve("trusted.pem"), key.publicKey().pem());
    return run("verify", file.toString(), "--key", trusted.toString());
  }

  private int run(String... arguments) {
    return command.run(room, data, arguments);
  }
}
