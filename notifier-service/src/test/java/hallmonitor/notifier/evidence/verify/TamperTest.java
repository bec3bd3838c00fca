package hallmonitor.notifier.evidence.verify;

import static hallmonitor.notifier.evidence.LedgerBuilder.aLedgerOf;
import static hallmonitor.notifier.evidence.LedgerBuilder.lines;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.notifier.evidence.LedgerBuilder;
import hallmonitor.notifier.evidence.LedgerRoom;
import hallmonitor.notifier.evidence.checkpoint.CheckpointFolder;
import hallmonitor.notifier.evidence.checkpoint.SignedAt;
import hallmonitor.notifier.evidence.checkpoint.SigningKey;
import hallmonitor.notifier.evidence.ledger.Hash;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that every change of a small ledger is found, and that the first bad record is named. */
class TamperTest {
  private static final int RECORDS = 6;

  @TempDir Path folder;
  private final LedgerBuilder ledger = aLedgerOf(RECORDS);
  private final byte[] intact = lines(ledger.records());
  private CheckpointFolder checkpoints;
  private SigningKey key;

  @BeforeEach
  void sign() {
    checkpoints = new CheckpointFolder(folder.resolve("checkpoints"));
    key = SigningKey.in(folder.resolve("secrets"));
    SignedAt.write(checkpoints, ledger.records().get(2).head(), key);
    SignedAt.write(checkpoints, ledger.head(), key);
  }

  @Test
  void anIntactLedgerIsProven() throws IOException {
    LedgerVerification.Outcome outcome = prove(intact);

    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.head()).isEqualTo(ledger.head());
    assertThat(outcome.unsigned()).isZero();
  }

  @Test
  void everyByteChangedInAnyWayIsFoundInItsRecordOrTheNext() throws IOException {
    TrustedCheckpoints trust = trust();
    int record = 1;
    for (int i = 0; i < intact.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = intact.clone();
        changed[i] ^= (byte) (1 << bit);
        assertThat(first(changed, trust))
            .as("byte " + i + " bit " + bit)
            .isEqualTo("record " + record);
      }
      record += intact[i] == '\n' ? 1 : 0;
    }
  }

  @Test
  void everyByteTakenOutIsFound() throws IOException {
    TrustedCheckpoints trust = trust();
    for (int i = 0; i < intact.length; i++) {
      byte[] changed = new byte[intact.length - 1];
      System.arraycopy(intact, 0, changed, 0, i);
      System.arraycopy(intact, i + 1, changed, i, intact.length - i - 1);
      assertThat(first(changed, trust)).as("byte " + i).startsWith("record ");
    }
  }

  @Test
  void everyTruncationIsFound() throws IOException {
    TrustedCheckpoints trust = trust();
    for (int length = 0; length < intact.length; length++) {
      assertThat(first(Arrays.copyOf(intact, length), trust))
          .as("cut off at " + length)
          .startsWith("record ");
    }
  }

  @Test
  void everyRecordTakenOutIsNamed() throws IOException {
    for (int n = 0; n < RECORDS; n++) {
      List<SealedRecord> left = new ArrayList<>(ledger.records());
      left.remove(n);
      assertThat(first(lines(left), trust())).isEqualTo("record " + (n + 1));
    }
  }

  @Test
  void everyRecordPutAnywhereElseIsNamed() throws IOException {
    for (int from = 0; from < RECORDS; from++) {
      for (int to = 0; to < RECORDS; to++) {
        List<SealedRecord> moved = new ArrayList<>(ledger.records());
        moved.add(to, moved.remove(from));
        String expected = from == to ? "" : "record " + (Math.min(from, to) + 1);
        assertThat(first(lines(moved), trust())).isEqualTo(expected);
      }
    }
  }

  @Test
  void everyTwoRecordsExchangedAreNamed() throws IOException {
    for (int a = 0; a < RECORDS; a++) {
      for (int b = a + 1; b < RECORDS; b++) {
        List<SealedRecord> swapped = new ArrayList<>(ledger.records());
        Collections.swap(swapped, a, b);
        assertThat(first(lines(swapped), trust())).isEqualTo("record " + (a + 1));
      }
    }
  }

  @Test
  void everyRecordInsertedAnywhereIsNamed() throws IOException {
    SealedRecord foreign = aLedgerOf(1).records().get(0);
    for (int at = 0; at <= RECORDS; at++) {
      List<SealedRecord> inserted = new ArrayList<>(ledger.records());
      inserted.add(at, foreign);
      // a valid first record; the one after it is then in the wrong place
      int named = at == 0 ? 2 : at + 1;
      assertThat(first(lines(inserted), trust())).isEqualTo("record " + named);
      inserted.set(at, ledger.records().get(Math.min(at, RECORDS - 1)));
      assertThat(first(lines(inserted), trust())).startsWith("record ");
    }
  }

  /**
   * An attacker who knows the format recomputes the hash of the changed record, or of all that
   * follow.
   */
  @Test
  void aRecordChangedAndHashedAnewIsFoundByTheNextOneOrByACheckpoint() throws IOException {
    for (int n = 0; n < RECORDS; n++) {
      List<SealedRecord> forged = new ArrayList<>(ledger.records());
      SealedRecord old = forged.get(n);
      byte[] record =
          new String(old.record(), StandardCharsets.UTF_8)
              .replace("Hola", "Hole")
              .getBytes(StandardCharsets.UTF_8);
      String hash = Hash.of(record);
      String previous = n == 0 ? Hash.GENESIS : forged.get(n - 1).link();
      forged.set(n, new SealedRecord(old.sequence(), record, hash, Hash.link(previous, hash)));
      int found = n == 2 || n == RECORDS - 1 ? n + 1 : n + 2;
      assertThat(first(lines(forged), trust())).isEqualTo("record " + found);
    }
  }

  @Test
  void aWholeChainWrittenAnewIsFoundByTheFirstCheckpoint() throws IOException {
    assertThat(first(lines(aLedgerOf(RECORDS).records()), trust())).isEqualTo("record 3");
  }

  @Test
  void withoutCheckpointsATruncatedTailIsAllThatIsMissed() throws IOException {
    LedgerVerification proof = new LedgerVerification(new TrustedCheckpoints(List.of()));
    LedgerFile.prove(new ByteArrayInputStream(lines(ledger.records().subList(0, 4))), proof);

    assertThat(proof.end().problems()).isEmpty();
  }

  @Test
  void everyByteChangedInACheckpointIsFound() throws IOException {
    Path file = checkpoints.files().get(1);
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 1;
      TrustedCheckpoints trust = new TrustedCheckpoints(List.of(key.publicKey()));
      trust.add("c", changed, java.util.Optional.empty());
      assertThat(trust.problems()).as("byte " + i).hasSize(1);
    }
  }

  @Test
  void aCheckpointSignedByAnotherKeyProvesNothing() {
    CheckpointFolder other = new CheckpointFolder(folder.resolve("others"));
    SignedAt.write(other, ledger.head(), SigningKey.in(folder.resolve("other secrets")));
    TrustedCheckpoints trust = new TrustedCheckpoints(List.of(key.publicKey()));
    trust.add("c", read(other.files().get(0)), java.util.Optional.empty());

    assertThat(trust.problems().get(0).why()).contains("which is not given");
  }

  @Test
  void everyColumnOfEveryRowChangedInTheDatabaseIsFound() throws Exception {
    LedgerRoom room = LedgerRoom.withKeeper();
    fill(room);
    assertThat(first(room)).isEmpty();
    for (int n = 1; n <= RECORDS; n++) {
      for (String change :
          List.of(
              "entry_id = gen_random_uuid()",
              "case_id = gen_random_uuid()",
              "kind = kind || 'x'",
              "record = set_byte(record, 40, get_byte(record, 40) # 1)",
              "hash = reverse(hash)",
              "link = reverse(link)",
              "sequence = sequence + 100")) {
        String found = tampered(room, "update evidence.evidence_ledger set " + change + where(n));
        assertThat(found).as(n + " " + change).isEqualTo("record " + n);
      }
      assertThat(tampered(room, "delete from evidence.evidence_ledger" + where(n)))
          .isEqualTo("record " + n);
    }
  }

  private static String where(int n) {
    return " where sequence = " + n;
  }

  /** Returns what is found after an administrator has turned off the triggers; undone afterward. */
  private String tampered(LedgerRoom room, String change) throws Exception {
    room.administrator.useHandle(
        h -> {
          h.execute("create table keep as table evidence.evidence_ledger");
          h.execute("alter table evidence.evidence_ledger disable trigger all");
          h.execute(change);
        });
    String found = first(room);
    room.administrator.useHandle(
        h -> {
          h.execute("truncate evidence.evidence_ledger");
          h.execute("insert into evidence.evidence_ledger select * from keep");
          h.execute("drop table keep");
        });
    return found;
  }

  private void fill(LedgerRoom room) {
    room.database.useHandle(
        h ->
            ledger
                .records()
                .forEach(
                    r ->
                        h.execute(
                            "insert into evidence.evidence_ledger select ?, (j->>'entry')::uuid,"
                                + " (j->>'case')::uuid, j->>'kind', ?, ?, ? from (select"
                                + " convert_from(?, 'UTF8')::jsonb j) x",
                            r.sequence(),
                            r.record(),
                            r.hash(),
                            r.link(),
                            r.record())));
  }

  private String first(LedgerRoom room) throws Exception {
    LedgerVerification proof = new LedgerVerification(trust());
    try (var handle = room.database.open()) {
      LedgerRows.prove(handle.getConnection(), "evidence.evidence_ledger", proof);
    }
    return first(proof.end());
  }

  private String first(byte[] file, TrustedCheckpoints trust) throws IOException {
    LedgerVerification proof = new LedgerVerification(trust);
    LedgerFile.prove(new ByteArrayInputStream(file), proof);
    return first(proof.end());
  }

  private static String first(LedgerVerification.Outcome outcome) {
    return outcome.problems().isEmpty() ? "" : outcome.problems().get(0).where();
  }

  private LedgerVerification.Outcome prove(byte[] file) throws IOException {
    LedgerVerification proof = new LedgerVerification(trust());
    LedgerFile.prove(new ByteArrayInputStream(file), proof);
    return proof.end();
  }

  private TrustedCheckpoints trust() throws IOException {
    return CheckpointFiles.read(checkpoints.path(), List.of());
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
