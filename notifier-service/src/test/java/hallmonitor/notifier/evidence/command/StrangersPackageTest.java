package hallmonitor.notifier.evidence.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hallmonitor.contract.event.EvidenceResult.PackageVerified;
import hallmonitor.contract.event.EvidenceResult.PackedFile;
import hallmonitor.contract.event.EvidenceResult.Problem;
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
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what the console is told of packages that somebody invented, changed, or aimed at it. */
class StrangersPackageTest {
  @TempDir Path data;
  private final HeardCommand command = new HeardCommand();
  private LedgerRoom room;
  private ConsoleAsking console;
  private EvidenceKeeping keeping;

  @BeforeEach
  void start() {
    LedgerBuilder ledger = ACase.ledger();
    CheckpointFolder checkpoints = new CheckpointFolder(data.resolve("evidence/checkpoints"));
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
  void recordsThatSomebodyInventedAreNotProvenAlthoughTheirChainHolds() throws Exception {
    Path elsewhere = data.resolve("elsewhere");
    // Of a record that does not exist, so that it covers none.
    SignedAt.write(
        new CheckpointFolder(elsewhere.resolve("evidence/checkpoints")),
        new SealedRecord.Head(999, "0".repeat(64)),
        SigningKey.in(elsewhere.resolve("secrets")));
    byte[] invented = packed(ACase.in(ACase.ledger()), elsewhere);

    PackageVerified proof = proof(invented);

    assertThat(proof.made()).isFalse();
    assertThat(proof.unsigned()).isEqualTo(7);
    assertThat(proof.problems())
        .hasSize(7)
        .allSatisfy(p -> assertThat(p.where()).startsWith("record "))
        .allSatisfy(p -> assertThat(p.why()).contains("ledger does not hold it"));
    assertThat(command.run(Map.of(), List.of("verify", data.resolve("elsewhere.zip").toString())))
        .isEqualTo(1);
    assertThat(command.words()).contains("7 of its records", "no signed checkpoint");
  }

  @Test
  void aFileThatWasExchangedTogetherWithTheListIsNotTakenForTheOneThatWasMade() throws Exception {
    byte[] genuine = packed(room, data);
    assertThat(proof(genuine).made()).isTrue();
    Map<String, byte[]> files = ZippedFiles.of(genuine);
    files.put("case.pdf", "He never wrote that.".getBytes(UTF_8));
    StringBuilder sums = new StringBuilder();
    files.forEach(
        (name, content) -> {
          if (!name.equals("SHA256SUMS")) {
            sums.append(Hash.of(content)).append("  ").append(name).append('\n');
          }
        });
    files.put("SHA256SUMS", sums.toString().getBytes(UTF_8));

    PackageVerified proof = proof(ZippedFiles.zip(files));

    assertThat(proof.made()).isFalse();
    assertThat(proof.problems()).isEmpty();
  }

  @Test
  void jsonThatWouldFillTheMemoryIsNotRead() throws Exception {
    Map<String, byte[]> bomb = new TreeMap<>();
    bomb.put("SHA256SUMS", new byte[0]);
    bomb.put("ledger/originals.json", ("[" + "[],".repeat(2_000_000) + "[]]").getBytes(UTF_8));
    bomb.put("ledger/checkpoints/1.json", "[],".repeat(2_000_000).getBytes(UTF_8));
    assertThat(proof(ZippedFiles.zip(bomb)).problems())
        .extracting(Problem::why)
        .contains("its JSON holds more than is verified here", "it is too long to be a checkpoint");

    bomb.put("case.json", new byte[(8 << 20) + 1]);

    assertThat(proof(ZippedFiles.zip(bomb)).problems())
        .extracting(Problem::where, Problem::why)
        .contains(tuple("case.json", "it has more than 8 MB, too much to verify here"));
  }

  @Test
  void namesThatNoEventAndNoDatabaseTakesAreCutOrReplaced() throws Exception {
    PackageVerified proof = proof(ZippedFiles.zip(Map.of("a\0b\u202e", new byte[1])));
    assertThat(proof.files()).extracting(PackedFile::name).containsExactly("a\uFFFDb\uFFFD");
    assertThat(proof.problems()).extracting(Problem::where).contains("a\uFFFDb\uFFFD");

    assertThat(proof(ZippedFiles.zip(Map.of("x".repeat(60_000), new byte[1]))).problems())
        .extracting(Problem::why)
        .contains("a name in it has more than 200 characters, as none does");
  }

  private PackageVerified proof(byte[] file) {
    UUID order = console.asksToVerify(file);
    return console.waitFor(PackageVerified.class, p -> p.orderId().equals(order));
  }

  private byte[] packed(LedgerRoom from, Path folder) throws IOException {
    Path zip = folder.resolveSibling(folder.getFileName() + ".zip");
    assertThat(
            command.run(
                from, folder, "package", "--case", ACase.ID.toString(), "--out", zip.toString()))
        .as(command.words())
        .isZero();
    return Files.readAllBytes(zip);
  }
}
