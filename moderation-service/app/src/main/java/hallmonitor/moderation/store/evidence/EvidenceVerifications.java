package hallmonitor.moderation.store.evidence;

import hallmonitor.contract.event.EvidenceOrder;
import hallmonitor.contract.event.EvidenceOrder.UploadedPart;
import hallmonitor.contract.event.EvidenceOrder.VerifyLedger;
import hallmonitor.contract.event.EvidenceOrder.VerifyPackage;
import hallmonitor.contract.event.EvidenceResult;
import hallmonitor.contract.event.EvidenceResult.EvidenceFailed;
import hallmonitor.contract.event.EvidenceResult.LedgerSeen;
import hallmonitor.contract.event.EvidenceResult.Why;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.Outbox;
import hallmonitor.messaging.parcel.ParcelOutput;
import hallmonitor.messaging.parcel.ParcelSealing;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.evidence.OrderLimit.Ordered;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Verifications of the ledger and of packages: ordered from the notifier, which has the keys and
 * the code. Each with its audit row and its events in one transaction.
 */
public final class EvidenceVerifications {
  private static final String TABLE = "evidence_verification";

  private final Jdbi database;
  private final EvidenceLedger ledger;
  private final Runnable relay;

  /**
   * Creates the table's access.
   *
   * @param relay called after a commit that must be published
   */
  public EvidenceVerifications(Jdbi database, EvidenceLedger ledger, Runnable relay) {
    this.database = database;
    this.ledger = ledger;
    this.relay = relay;
  }

  /**
   * Orders a verification of the whole ledger; the same id twice is one, and so is an order while
   * one waits.
   *
   * @param by a user name
   * @return the verification that is on its way; empty if the person asked for too many
   */
  public Optional<UUID> orderLedger(UUID id, String by) {
    Optional<UUID> ordered = database.inTransaction(t -> orderLedger(t, id, by));
    relay.run();
    return ordered;
  }

  private static Optional<UUID> orderLedger(Handle t, UUID id, String by) {
    OrderLimit.lock(t);
    Optional<UUID> known =
        t.createQuery(
                """
                select order_id from evidence_verification
                where file_name is null and (answer is null or order_id = :id)
                order by order_id = :id desc limit 1
                """)
            .bind("id", id)
            .mapTo(UUID.class)
            .findOne();
    if (known.isPresent()) {
      return known;
    }
    if (OrderLimit.reached(t, TABLE, by)) {
      return Optional.empty();
    }
    if (begin(t, id, null, by)) {
      AuditLog.add(t, by, "ledger-verified", "evidence ledger", id.toString());
      send(t, new VerifyLedger(id, by, Instant.now()));
    }
    return Optional.of(id);
  }

  /**
   * Hands a file over to be verified, encrypted part by part. Nothing of it stays here.
   *
   * @param fileName as the person's browser names it
   * @param by a user name
   */
  public Ordered orderFile(UUID id, String fileName, InputStream file, String by)
      throws IOException {
    Optional<LedgerSeen> seen = ledger.seen();
    if (seen.isEmpty()) {
      return Ordered.NOT_HEARD;
    }
    Ordered ordered =
        database.inTransaction(
            t -> {
              OrderLimit.lock(t);
              if (OrderLimit.reached(t, TABLE, by)) {
                return Ordered.TOO_MANY;
              }
              if (begin(t, id, fileName, by)) {
                // Not the file's name, which may be a student's: the log is kept for good.
                AuditLog.add(t, by, "package-verified", "verification " + id, "");
                ParcelOutput parts =
                    new ParcelOutput(
                        new ParcelSealing(seen.get().reception(), id),
                        (number, part) -> send(t, new UploadedPart(id, number, part)));
                try (parts) {
                  file.transferTo(parts);
                }
                send(t, new VerifyPackage(id, parts.parts(), by, Instant.now()));
              }
              return Ordered.SENT;
            });
    relay.run();
    return ordered;
  }

  /**
   * Ends what was not answered within a day: Kafka no longer has the order. After a year, names of
   * files are removed.
   */
  public void forgetOld() {
    database.useTransaction(
        t -> {
          List<UUID> lost =
              t.createQuery(
                      """
                      select order_id from evidence_verification
                      where answer is null and asked_at < clock_timestamp() - interval '1 day'
                      """)
                  .mapTo(UUID.class)
                  .list();
          Instant now = Instant.now();
          EvidenceLedger.take(t, lost.stream().map(id -> unanswered(id, now)).toList());
          t.execute(
              """
              update evidence_verification
              set file_name = 'package', answer = answer - 'files'
              where file_name <> 'package' and answer is not null and asked_at < clock_timestamp() - interval '1 year'
              """);
        });
  }

  private static EvidenceResult unanswered(UUID id, Instant now) {
    return new EvidenceFailed(id, Why.FAILED, now);
  }

  private static boolean begin(Handle t, UUID id, @Nullable String fileName, String by) {
    return t.execute(
            """
            insert into evidence_verification (order_id, file_name, asked_by) values (?, ?, ?)
            on conflict (order_id) do nothing
            """,
            id,
            fileName,
            by)
        == 1;
  }

  private static void send(Handle t, EvidenceOrder order) {
    Outbox.add(t, Topic.EVIDENCE_ORDERS.topicName(), order.key(), order);
  }
}
