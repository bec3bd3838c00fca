package hallmonitor.notifier.evidence;

import hallmonitor.contract.event.EventJson;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Where other parts of the service submit content for sealing. */
public final class Evidence {
  private Evidence() {}

  /**
   * Queues entries for sealing in the caller's transaction, without a lock. After the commit they
   * are sealed within moments, in order of arrival.
   */
  public static void add(Handle transaction, List<EvidenceEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    try (PreparedBatch batch =
        transaction.prepareBatch(
            """
            insert into evidence_entry (entry_id, case_id, kind, content, at)
            values (:id, :case, :kind, :content, :at)
            on conflict (entry_id) do nothing
            """)) {
      for (EvidenceEntry entry : entries) {
        batch
            .bind("id", entry.id())
            .bind("case", entry.caseId())
            .bind("kind", entry.kind())
            .bind("content", EventJson.write(entry.content()))
            .bind("at", entry.at().atOffset(ZoneOffset.UTC))
            .add();
      }
      batch.execute();
    }
  }

  /** Returns the number of unsealed entries of a case. */
  public static long waiting(Handle handle, UUID caseId) {
    return handle
        .createQuery(
            "select count(*) from evidence_entry where case_id = :case and sealed_at is null")
        .bind("case", caseId)
        .mapTo(Long.class)
        .one();
  }
}
