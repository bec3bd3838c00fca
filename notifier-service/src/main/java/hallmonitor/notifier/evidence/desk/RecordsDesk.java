package hallmonitor.notifier.evidence.desk;

import hallmonitor.contract.event.EvidenceOrder.SignRecords;
import hallmonitor.contract.event.EvidenceResult;
import hallmonitor.contract.event.EvidenceResult.EvidenceFailed;
import hallmonitor.contract.event.EvidenceResult.RecordsSigned;
import hallmonitor.contract.event.EvidenceResult.Why;
import hallmonitor.notifier.evidence.Evidence;
import hallmonitor.notifier.evidence.EvidenceEntry;
import hallmonitor.notifier.evidence.checkpoint.RecordsSignature;
import hallmonitor.notifier.evidence.checkpoint.SigningKey;
import hallmonitor.notifier.evidence.ledger.Hash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Signs answers to requests for records. That one was signed is sealed, too. */
final class RecordsDesk {
  /** The kind of the record; it stands in the ledger under the id of the request. */
  static final String KIND = "records-signed";

  /** The content of the record; {@code sha256} is that of the list of files. */
  record RecordsSeal(String number, String sha256, String by, Instant at) {}

  private final SigningKey key;
  private final InstantSource clock;

  RecordsDesk(SigningKey key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
  }

  EvidenceResult sign(Handle transaction, SignRecords order) {
    Instant now = clock.instant();
    if (!Hash.isOne(order.sha256())) {
      return new EvidenceFailed(order.orderId(), Why.UNREADABLE, now);
    }
    Evidence.add(
        transaction,
        List.of(
            new EvidenceEntry(
                order.orderId(),
                order.requestId(),
                KIND,
                new RecordsSeal(order.number(), order.sha256(), order.by(), now),
                now)));
    return new RecordsSigned(
        order.orderId(),
        RecordsSignature.sign(order.number(), order.sha256(), now, key).text(),
        key.publicKey().pem(),
        now);
  }
}
