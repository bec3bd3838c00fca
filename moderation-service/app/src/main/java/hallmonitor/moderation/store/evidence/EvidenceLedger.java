package hallmonitor.moderation.store.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.EvidenceResult;
import hallmonitor.contract.event.EvidenceResult.EvidenceFailed;
import hallmonitor.contract.event.EvidenceResult.LedgerChecked;
import hallmonitor.contract.event.EvidenceResult.LedgerSeen;
import hallmonitor.contract.event.EvidenceResult.LedgerVerified;
import hallmonitor.contract.event.EvidenceResult.PackageMade;
import hallmonitor.contract.event.EvidenceResult.PackagePart;
import hallmonitor.contract.event.EvidenceResult.PackageVerified;
import hallmonitor.contract.event.EvidenceResult.RecordsSigned;
import hallmonitor.messaging.JsonColumn;
import hallmonitor.moderation.store.answer.AnswerWork;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the notifier says of the evidence. A repeated report changes nothing. */
public final class EvidenceLedger {
  private final Jdbi database;

  public EvidenceLedger(Jdbi database) {
    this.database = database;
  }

  /** Returns how the ledger stands; empty if the notifier never said. */
  public Optional<LedgerSeen> seen() {
    return database.withHandle(
        h ->
            h.select("select seen from evidence_ledger_seen")
                .map(JsonColumn.of(LedgerSeen.class))
                .findOne());
  }

  /** Notes reports in the transaction. */
  public static void take(Handle t, List<EvidenceResult> results) {
    for (EvidenceResult result : results) {
      if (result instanceof PackagePart it) {
        EvidencePackages.take(t, it);
      } else if (result instanceof PackageMade it) {
        EvidencePackages.answer(t, it.orderId(), it);
      } else if (result instanceof EvidenceFailed it) {
        EvidencePackages.answer(t, it.orderId(), it);
        verified(t, it.orderId(), it);
        AnswerWork.notSigned(t, it.orderId());
      } else if (result instanceof LedgerSeen it) {
        seen(t, it);
      } else if (result instanceof LedgerChecked it) {
        checked(t, it);
      } else if (result instanceof LedgerVerified it) {
        verified(t, it.orderId(), it);
      } else if (result instanceof PackageVerified it) {
        verified(t, it.orderId(), it);
      } else if (result instanceof RecordsSigned it) {
        AnswerWork.signed(t, it);
      }
    }
  }

  private static void seen(Handle t, LedgerSeen seen) {
    t.execute(
        """
        insert into evidence_ledger_seen as old (seen, at) values (?::jsonb, ?)
        on conflict (one) do update set seen = excluded.seen, at = excluded.at
        where old.at <= excluded.at
        """,
        json(seen),
        seen.at());
  }

  private static void checked(Handle t, LedgerChecked progress) {
    t.execute(
        "update evidence_verification set progress = ?::jsonb where order_id = ? and answer is null",
        json(progress),
        progress.orderId());
  }

  private static void verified(Handle t, UUID orderId, EvidenceResult answer) {
    t.execute(
        """
        update evidence_verification set answer = ?::jsonb, answered_at = clock_timestamp()
        where order_id = ? and answer is null
        """,
        json(answer),
        orderId);
  }

  private static String json(EvidenceResult result) {
    return new String(EventJson.write(result), UTF_8);
  }
}
