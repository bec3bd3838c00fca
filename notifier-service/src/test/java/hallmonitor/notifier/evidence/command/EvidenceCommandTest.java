package hallmonitor.notifier.evidence.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.messaging.LedgerTables;
import hallmonitor.notifier.evidence.LedgerBuilder;
import hallmonitor.notifier.evidence.LedgerRoom;
import hallmonitor.notifier.evidence.casefile.ACase;
import hallmonitor.notifier.evidence.checkpoint.CheckpointFolder;
import hallmonitor.notifier.evidence.checkpoint.SignedAt;
import hallmonitor.notifier.evidence.checkpoint.SigningKey;
import hallmonitor.notifier.evidence.ledger.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceCommandTest {
  @TempDir Path data;
  private final LedgerBuilder ledger = ACase.ledger();
  private final HeardCommand command = new HeardCommand();
  private CheckpointFolder checkpoints;
  private SigningKey key;

  @BeforeEach
  void sign() {
    checkpoints = new CheckpointFolder(data.resolve("evidence/checkpoints"));
    key = SigningKey.in(data.resolve("secrets"));
    SignedAt.write(checkpoints, ledger.head(), key);
  }

  @Test
  void aLedgerInADatabaseIsProvenExportedAndProvenAgain() throws IOException {
    LedgerRoom room = filledRoom();

    assertThat(run(room, "verify")).as(command.words()).isZero();
    assertThat(command.words())
        .contains("intact: 10 records")
        .contains("newest covers record 10; 0 after it")
        .contains(key.fingerprint());

    Path export = data.resolve("ledger.ndjson");
    assertThat(run(room, "export", "--out", export.toString())).isZero();
    assertThat(Files.readAllBytes(export)).isEqualTo(LedgerBuilder.lines(ledger.records()));
    assertThat(
            run(room, "verify", export.toString(), "--checkpoints", checkpoints.path().toString()))
        .isZero();
  }

  @Test
  void aRecordRemovedFromTheDatabaseIsNamedAndTheStatusSaysSo() {
    LedgerRoom room = filledRoom();
    room.administrator.useHandle(
        h -> {
          h.execute("alter table evidence.evidence_ledger disable trigger all");
          h.execute("delete from evidence.evidence_ledger where sequence = 4");
        });

    assertThat(run(room, "verify")).isEqualTo(1);
    assertThat(command.words())
        .contains("NOT PROVEN")
        .contains("record 4")
        .contains("3 records before");
  }

  @Test
  void aTruncatedTailIsFoundByTheCheckpoint() throws IOException {
    Path file = data.resolve("short.ndjson");
    Files.write(file, LedgerBuilder.lines(ledger.records().subList(0, 8)));

    assertThat(run("verify", file.toString(), "--checkpoints", checkpoints.path().toString()))
        .isEqualTo(1);
    assertThat(command.words()).contains("record 9: it is missing, with all that follow");
    assertThat(run("verify", file.toString())).isZero();
    assertThat(command.words()).contains("cut off at its end would not be noticed");
  }

  @Test
  void aPackageIsProvenOfflineAndTakingItIsEvidenceToo() throws IOException {
    LedgerRoom room = filledRoom();
    Path zip = pack(room);

    assertThat(run("verify", zip.toString(), "--key", publicKey().toString()))
        .as(command.words())
        .isZero();
    assertThat(command.words()).contains("7 records, whole, and each in the chain");
    assertThat(ZippedFiles.of(Files.readAllBytes(zip)))
        .containsKeys("case.pdf", "attachments/000004-" + picture() + ".png");
    String noted =
        room.database.withHandle(
            h ->
                h.createQuery("select convert_from(content, 'UTF8') from evidence_entry")
                    .mapTo(String.class)
                    .one());
    assertThat(noted).contains("\"by\":\"records officer\"", Hash.of(Files.readAllBytes(zip)));
  }

  @Test
  void everyFileOfAPackageThatIsChangedTakenOutOrAddedIsNamed() throws IOException {
    Path zip = pack(filledRoom());
    Map<String, byte[]> whole = ZippedFiles.of(Files.readAllBytes(zip));
    for (String name : whole.keySet()) {
      Map<String, byte[]> changed = new TreeMap<>(whole);
      byte[] bytes = changed.get(name).clone();
      bytes[bytes.length / 2] ^= 1;
      changed.put(name, bytes);
      assertThat(verify(changed)).as("changed " + name).isEqualTo(1);
      changed.remove(name);
      assertThat(verify(changed)).as("without " + name).isEqualTo(1);
    }
    Map<String, byte[]> more = new TreeMap<>(whole);
    more.put("raw/000099-seen.json", new byte[] {'x'});
    assertThat(verify(more)).isEqualTo(1);
  }

  /**
   * Someone who changes a file can also update its hash in the list, but the chain shows the
   * change.
   */
  @Test
  void aRecordPayloadOrAttachmentChangedTogetherWithTheListOfHashesIsFound() throws IOException {
    Path zip = pack(filledRoom());
    Map<String, byte[]> whole = ZippedFiles.of(Files.readAllBytes(zip));
    for (String name :
        whole.keySet().stream()
            .filter(n -> n.matches("(raw|attachments|ledger)/.*|case.json") && !n.endsWith(".pem"))
            .toList()) {
      byte[] bytes = whole.get(name);
      for (int i = 0; i < bytes.length; i += Math.max(1, bytes.length / 40)) {
        if (Character.isWhitespace(bytes[i])) {
          continue; // white space between JSON tokens has no meaning
        }
        Map<String, byte[]> changed = new TreeMap<>(whole);
        byte[] other = bytes.clone();
        other[i] ^= 1;
        changed.put(name, other);
        changed.put("SHA256SUMS", sums(changed));
        if (!name.equals("case.json")) {
          assertThat(verify(changed)).as(name + " byte " + i + command.words()).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void aRedactedPackageIsProvenByItsOriginalsHashes() throws IOException {
    Path names = data.resolve("names");
    Files.writeString(names, "María López | FERPA\nJosé Álvarez\n");
    Path zip = data.resolve("redacted.zip");
    assertThat(
            run(
                filledRoom(),
                "package",
                "--case",
                ACase.ID.toString(),
                "--out",
                zip.toString(),
                "--redacted",
                names.toString()))
        .isZero();

    assertThat(run("verify", zip.toString(), "--key", publicKey().toString()))
        .as(command.words())
        .isZero();
    assertThat(command.words()).contains("It is redacted");
    Map<String, byte[]> forged = ZippedFiles.of(Files.readAllBytes(zip));
    forged.put(
        "ledger/originals.json",
        new String(forged.get("ledger/originals.json"), UTF_8)
            .replace(ledger.records().get(4).hash(), Hash.of(new byte[1]))
            .getBytes(UTF_8));
    forged.put("SHA256SUMS", sums(forged));
    assertThat(verify(forged)).isEqualTo(1);
  }

  @Test
  void whatCannotBeCarriedOutEndsWithTwoAndSaysWhatToDo() {
    assertThat(run("verify", "missing.ndjson")).isEqualTo(2);
    assertThat(run("verify")).isEqualTo(2);
    assertThat(command.words()).contains("does not run on the data folder", "--database");
    assertThat(run("package", "--case", "4")).isEqualTo(2);
    assertThat(run("prove")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(command.words()).contains("Usage: deploy/evidence", "verify", "keeper-sql");
  }

  @Test
  void theAdministratorsStatementsAreWhatTheLocalRunUses() {
    assertThat(run("keeper-sql")).isZero();
    assertThat(command.words()).isEqualTo(LedgerTables.keeperStatements());
  }

  @Test
  void aHundredThousandRecordsAreProvenInAStream() throws IOException {
    LedgerBuilder large = LedgerBuilder.aLedgerOf(100_000);
    Path file = data.resolve("large.ndjson");
    Files.write(file, LedgerBuilder.lines(large.records()));
    CheckpointFolder folder = new CheckpointFolder(data.resolve("large"));
    SignedAt.write(folder, large.head(), key);

    long start = System.nanoTime();
    assertThat(run("verify", file.toString(), "--checkpoints", folder.path().toString())).isZero();
    System.out.printf(
        "verified 100,000 records, %d MB, in %.1f s%n",
        Files.size(file) >> 20, (System.nanoTime() - start) / 1e9);

    assertThat(command.words()).contains("intact: 100,000 records");
  }

  private LedgerRoom filledRoom() {
    return ACase.in(ledger);
  }

  private Path pack(LedgerRoom room) {
    Path zip = data.resolve("case.zip");
    assertThat(
            run(
                room,
                "package",
                "--case",
                ACase.ID.toString(),
                "--out",
                zip.toString(),
                "--by",
                "records officer"))
        .as(command.words())
        .isZero();
    return zip;
  }

  private static String picture() {
    return Hash.of(ACase.PICTURE).substring(0, 16);
  }

  private Path publicKey() {
    return checkpoints.keys().get(0);
  }

  private int verify(Map<String, byte[]> files) throws IOException {
    Path zip = data.resolve("changed.zip");
    Files.write(zip, ZippedFiles.zip(files));
    return run("verify", zip.toString(), "--key", publicKey().toString());
  }

  private static byte[] sums(Map<String, byte[]> files) {
    StringBuilder text = new StringBuilder();
    files.forEach(
        (name, bytes) -> {
          if (!name.equals("SHA256SUMS")) {
            text.append(Hash.of(bytes)).append("  ").append(name).append('\n');
          }
        });
    return text.toString().getBytes(UTF_8);
  }

  private int run(LedgerRoom room, String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--database", room.jdbcUrl()));
    return run(Map.of("QUARKUS_DATASOURCE_PASSWORD", LedgerRoom.password()), all);
  }

  private int run(String... arguments) {
    return run(Map.of(), Arrays.asList(arguments));
  }

  private int run(Map<String, String> environment, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    if (!all.isEmpty() && !all.contains("keeper-sql")) {
      all.addAll(List.of("--data", data.toString()));
    }
    return command.run(environment, all);
  }
}
