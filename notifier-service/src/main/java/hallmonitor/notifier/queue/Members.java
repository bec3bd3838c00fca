package hallmonitor.notifier.queue;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The cases of a conversation: what happens to it is published for each of them. */
public final class Members {
  /** A case with its first escalation. */
  public record Member(UUID escalationId, UUID caseId) {}

  private Members() {}

  public static List<Member> of(Handle handle, UUID conversation) {
    return handle
        .createQuery(
            "select escalation_id, case_id from (select distinct on (case_id) escalation_id,"
                + " case_id, received_at from escalation where conversation_id = :id"
                + " order by case_id, received_at, escalation_id) firsts"
                + " order by received_at, escalation_id")
        .bind("id", conversation)
        .map((row, ctx) -> new Member(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .list();
  }
}
