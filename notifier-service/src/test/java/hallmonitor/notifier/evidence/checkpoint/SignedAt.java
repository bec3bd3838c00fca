package hallmonitor.notifier.evidence.checkpoint;

import hallmonitor.notifier.evidence.ledger.SealedRecord;
import java.nio.file.Path;
import java.time.Instant;

/** Creates checkpoints as the service writes them. */
public final class SignedAt {
  private SignedAt() {}

  public static Path write(CheckpointFolder folder, SealedRecord.Head head, SigningKey key) {
    folder.export(key.publicKey());
    return folder.write(
        LedgerCheckpoint.sign(head, Instant.parse("2026-11-24T18:40:00.000Z"), key));
  }
}
