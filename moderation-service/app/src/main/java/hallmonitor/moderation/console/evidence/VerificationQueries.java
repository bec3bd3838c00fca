package hallmonitor.moderation.console.evidence;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.contract.event.EvidenceResult;
import hallmonitor.messaging.JsonColumn;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads the verifications that people asked for. Those of the ledger concern no school. What a file
 * held is for the person who uploaded it, and for people who see the whole district.
 */
@ApplicationScoped
public class VerificationQueries {
  private static final int SHOWN = 20;

  private static final String VERIFICATIONS =
      """
      select v.order_id, v.file_name, coalesce(u.display_name, v.asked_by) as asker, v.asked_at,
        v.progress, v.answer, v.answered_at
      from evidence_verification v
      left join console_user u on u.user_name = v.asked_by
      """;

  private static final String VISIBLE =
      """
      where (v.file_name is null or v.asked_by = :viewer or :everywhere)
      """;

  private static final String ONE = VERIFICATIONS + VISIBLE + "and v.order_id = :id";

  private static final String NEWEST =
      VERIFICATIONS + VISIBLE + "order by v.asked_at desc, v.order_id limit :n";

  private static final String NEWEST_OF_LEDGER =
      """
      where v.file_name is null and v.answer is not null
      order by v.answered_at desc
      limit 1
      """;

  private final ConsoleDatabase database;

  VerificationQueries(ConsoleDatabase database) {
    this.database = database;
  }

  Optional<VerificationView> find(UUID orderId, String viewer, Scope scope) {
    return database.read(
        h ->
            mapped(
                    h.createQuery(ONE)
                        .bind("id", orderId)
                        .bind("viewer", viewer)
                        .bind("everywhere", scope.everywhere()))
                .stream()
                .findFirst());
  }

  /** Returns the newest ones. */
  List<VerificationView> newest(String viewer, Scope scope) {
    return database.read(
        h ->
            mapped(
                h.createQuery(NEWEST)
                    .bind("viewer", viewer)
                    .bind("everywhere", scope.everywhere())
                    .bind("n", SHOWN)));
  }

  /** Returns the newest answer about the ledger. */
  Optional<VerificationView> ledger() {
    return database.read(
        h -> mapped(h.createQuery(VERIFICATIONS + NEWEST_OF_LEDGER)).stream().findFirst());
  }

  private static List<VerificationView> mapped(Query query) {
    return query
        .registerColumnMapper(EvidenceResult.class, JsonColumn.of(EvidenceResult.class))
        .map(rows(VerificationView.class))
        .list();
  }
}
