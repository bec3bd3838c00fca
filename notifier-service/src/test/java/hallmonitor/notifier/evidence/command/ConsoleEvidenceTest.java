package hallmonitor.notifier.evidence.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.EvidenceOrder.VerifyLedger;
import hallmonitor.contract.event.EvidenceOrder.VerifyPackage;
import hallmonitor.contract.event.EvidenceResult.EvidenceFailed;
import hallmonitor.contract.event.EvidenceResult.LedgerSeen;
import hallmonitor.contract.event.EvidenceResult.LedgerVerified;
import hallmonitor.contract.event.EvidenceResult.PackageMade;
import hallmonitor.contract.event.EvidenceResult.PackageVerified;
import hallmonitor.contract.event.EvidenceResult.Problem;
import hallmonitor.contract.event.EvidenceResult.ProblemKind;
import hallmonitor.contract.event.EvidenceResult.Why;
import hallmonitor.notifier.evidence.EvidenceAtWork;
import hallmonitor.notifier.evidence.LedgerBuilder;
import hallmonitor.notifier.evidence.LedgerRoom;
import hallmonitor.notifier.evidence.casefile.ACase;
import hallmonitor.notifier.evidence.checkpoint.CheckpointFolder;
import hallmonitor.notifier.evidence.checkpoint.SignedAt;
import hallmonitor.notifier.evidence.checkpoint.SigningKey;
import hallmonitor.notifier.evidence.desk.ConsoleAsking;
import hallmonitor.notifier.evidence.keeping.EvidenceKeeping;
import hallmonitor.notifier.evidence.ledger.Hash;
import hallmonitor.notifier.evidence.sealing.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that what the console asks for and what the command makes are one and the same. */
class ConsoleEvidenceTest {
  @TempDir Path data;
  private final LedgerBuilder ledger = ACase.ledger();
  private final HeardCommand command = new HeardCommand();
  private LedgerRoom room;
  private ConsoleAsking console;
  private EvidenceKeeping keeping;
  private CheckpointFolder checkpoints;

  @BeforeEach
  void start() {
    checkpoints = new CheckpointFolder(data.resolve("evidence/checkpoints"));
    SignedAt.write(checkpoints, ledger.head(), SigningKey.in(data.resolve("secrets")));
    room = ACase.in(ledger);
    console = new ConsoleAsking(room);
    keeping = EvidenceAtWork.start(room, data);
  }

  @AfterEach
  void stop() {
    keeping.close();
  }

  @Test
  void aFullPackageOfTheConsoleIsProvenByTheCommandAndTakingItIsSealed() throws Exception {
    UUID order = console.asksForPackage(ACase.ID, Optional.empty());

    PackageMade made = console.made(order);
    byte[] zip = console.file(order);
    assertThat(made.sha256()).isEqualTo(Hash.of(zip));
    assertThat(made.bytes()).isEqualTo(zip.length);
    assertThat(made.records()).isEqualTo(7);
    assertThat(made.unsigned()).isZero();
    assertThat(verify(zip)).as(command.words()).isZero();
    assertThat(command.words()).contains("7 records, whole, and each in the chain");
    assertThat(noted())
        .containsExactly("Ines Ortega (ortega)|Police: report 26-1104|" + Hash.of(zip));
  }

  @Test
  void whatWasSealedSinceTheLastSignatureIsSignedBeforeAPackageIsMade() throws Exception {
    console.made(console.asksForPackage(ACase.ID, Optional.empty()));
    long signed = ledger.head().sequence();
    await().until(() -> room.database.withHandle(Ledger::head).sequence() > signed);

    UUID order = console.asksForPackage(ACase.ID, Optional.empty());

    PackageMade made = console.made(order);
    assertThat(made.records()).isEqualTo(8);
    assertThat(made.unsigned()).isZero();
    assertThat(proof(console.file(order)).unsigned()).isZero();
  }

  @Test
  void aPackageOfTheConsoleHasTheFilesOfTheCommand() throws Exception {
    UUID order =
        console.asksForPackage(ACase.ID, Optional.of("María López | FERPA\nJosé Álvarez\n"));
    console.made(order);
    Path names = data.resolve("names");
    Files.writeString(names, "María López | FERPA\nJosé Álvarez\n");
    Path zip = data.resolve("redacted.zip");
    assertThat(
            run(
                "package",
                "--case",
                ACase.ID.toString(),
                "--redacted",
                names.toString(),
                "--out",
                zip.toString()))
        .as(command.words())
        .isZero();

    Map<String, byte[]> made = ZippedFiles.of(console.file(order));
    Map<String, byte[]> commanded = ZippedFiles.of(Files.readAllBytes(zip));
    assertThat(made.keySet()).isEqualTo(commanded.keySet());
    assertThat(verify(console.file(order))).isZero();
    assertThat(command.words()).contains("It is redacted");
    for (Map.Entry<String, byte[]> file : made.entrySet()) {
      String text = new String(file.getValue(), UTF_8);
      assertThat(text).as(file.getKey()).doesNotContainIgnoringCase("López");
    }
  }

  @Test
  void aPackageOfTheCommandIsProvenForTheConsole() throws Exception {
    Path zip = data.resolve("case.zip");
    assertThat(run("package", "--case", ACase.ID.toString(), "--out", zip.toString())).isZero();

    PackageVerified proof = proof(Files.readAllBytes(zip));

    assertThat(proof.problems()).isEmpty();
    assertThat(proof.made()).isTrue();
    assertThat(proof.records()).isEqualTo(7);
    assertThat(proof.redacted()).isFalse();
    assertThat(proof.sha256()).isEqualTo(Hash.of(Files.readAllBytes(zip)));
    assertThat(proof.keys()).containsExactly(SigningKey.in(data.resolve("secrets")).fingerprint());
    assertThat(proof.files()).extracting(f -> f.name()).contains("case.pdf", "SHA256SUMS");
  }

  @Test
  void aChangedPackageIsToldApartWithItsPlace() throws Exception {
    UUID order = console.asksForPackage(ACase.ID, Optional.empty());
    console.made(order);
    Map<String, byte[]> files = ZippedFiles.of(console.file(order));
    files.get("case.pdf")[100] ^= 1;
    files.put("../../etc/cron.d/evil", new byte[] {1});

    PackageVerified proof = proof(ZippedFiles.zip(files));

    assertThat(proof.problems())
        .extracting(Problem::where, Problem::kind)
        .containsExactlyInAnyOrder(
            tuple("case.pdf", ProblemKind.CHANGED_FILE),
            tuple("../../etc/cron.d/evil", ProblemKind.ADDED));
  }

  @Test
  void anotherKeyThanTheDistrictsIsNotTrustedEvenIfThePackageBringsIt() throws Exception {
    Path elsewhere = data.resolve("elsewhere");
    SignedAt.write(
        new CheckpointFolder(elsewhere.resolve("evidence/checkpoints")),
        ledger.head(),
        SigningKey.in(elsewhere.resolve("secrets")));
    Path zip = data.resolve("foreign.zip");
    assertThat(
            command.run(
                room, elsewhere, "package", "--case", ACase.ID.toString(), "--out", zip.toString()))
        .as(command.words())
        .isZero();

    PackageVerified proof = proof(Files.readAllBytes(zip));

    assertThat(proof.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.why()).contains("which is not given");
              assertThat(problem.kind()).isEqualTo(ProblemKind.FOREIGN_KEY);
            });
  }

  @Test
  void aFileThatIsNoPackageAndOneThatUnpacksToTooMuchAreNamed() throws Exception {
    assertThat(proof("no zip".getBytes(UTF_8)).problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.why()).contains("no whole .zip");
              assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_WHOLE);
              assertThat(problem.whole()).isTrue();
            });

    Map<String, byte[]> zeros = new TreeMap<>();
    List.of("a", "b", "c", "d").forEach(name -> zeros.put(name, new byte[20 << 20]));
    PackageVerified bomb = proof(ZippedFiles.zip(zeros));

    assertThat(bomb.bytes()).isLessThan(1 << 20);
    assertThat(bomb.problems()).anySatisfy(p -> assertThat(p.why()).contains("more than 64 MB"));
  }

  @Test
  void theLedgerIsVerifiedAndAChangedRecordIsNamed() {
    UUID right = verifyLedger();
    LedgerVerified proof = console.waitFor(LedgerVerified.class, p -> p.orderId().equals(right));
    assertThat(proof.problems()).isEmpty();
    assertThat(proof.records()).isEqualTo(10);
    assertThat(proof.checkpoints()).isEqualTo(1);
    assertThat(proof.unsigned()).isZero();

    room.administrator.useHandle(
        h -> {
          h.execute("alter table evidence.evidence_ledger disable trigger all");
          h.execute("delete from evidence.evidence_ledger where sequence = 4");
        });
    UUID wrong = verifyLedger();

    assertThat(console.waitFor(LedgerVerified.class, p -> p.orderId().equals(wrong)).problems())
        .extracting(Problem::where, Problem::sequence)
        .containsExactly(tuple("record 4", Optional.of(4L)));
  }

  @Test
  void theConsoleIsToldHowTheLedgerStands() {
    LedgerSeen seen = console.waitFor(LedgerSeen.class, s -> s.signed().isPresent());

    assertThat(seen.records()).isEqualTo(10);
    assertThat(seen.signed().orElseThrow().sequence()).isEqualTo(10);
    assertThat(seen.signer()).isEqualTo(SigningKey.in(data.resolve("secrets")).fingerprint());
    assertThat(seen.alarm()).isEmpty();
  }

  @Test
  void whatCannotBeMadeIsAnsweredWithTheReason() throws Exception {
    assertThat(why(console.asksForPackage(UUID.randomUUID(), Optional.empty())))
        .isEqualTo(Why.NOTHING_SEALED);
    assertThat(why(console.asksForPackage(ACase.ID, Optional.of("# nobody\n"))))
        .isEqualTo(Why.NO_NAMES);
    UUID incomplete = UUID.randomUUID();
    console.send(new VerifyPackage(incomplete, 2, "ortega", Instant.now()));
    assertThat(why(incomplete)).isEqualTo(Why.UNREADABLE);

    keeping.close();
    keeping = EvidenceAtWork.start(room, data, ACase.PICTURE.length - 1);

    assertThat(why(console.asksForPackage(ACase.ID, Optional.empty()))).isEqualTo(Why.TOO_LARGE);
    assertThat(noted()).isEmpty();
  }

  private Why why(UUID order) {
    return console.waitFor(EvidenceFailed.class, f -> f.orderId().equals(order)).why();
  }

  private UUID verifyLedger() {
    UUID order = UUID.randomUUID();
    console.send(new VerifyLedger(order, "ortega", Instant.now()));
    return order;
  }

  private PackageVerified proof(byte[] file) {
    UUID order = console.asksToVerify(file);
    return console.waitFor(PackageVerified.class, p -> p.orderId().equals(order));
  }

  private List<String> noted() {
    return room.database.withHandle(
        h ->
            h.createQuery(
                    """
                    select concat_ws('|', j ->> 'by', j ->> 'purpose', j ->> 'sha256')
                    from (select convert_from(content, 'UTF8')::json as j
                          from evidence_entry where kind = 'package-made') noted
                    """)
                .mapTo(String.class)
                .list());
  }

  private int verify(byte[] zip) throws IOException {
    Path file = data.resolve("console.zip");
    Files.write(file, zip);
    return run("verify", file.toString(), "--key", checkpoints.keys().get(0).toString());
  }

  private int run(String... arguments) {
    return command.run(room, data, arguments);
  }
}
