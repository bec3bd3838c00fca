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

/** Reads the packages that people asked for, within the viewer's scope. */
@ApplicationScoped
public class PackageQueries {
  private static final String PACKAGES =
      """
      select p.order_id, p.case_id, p.students, p.purpose, p.words,
        coalesce(u.display_name, p.asked_by) as asker, p.asked_at, p.answer, p.answered_at, p.gone_at
      from evidence_package p
      join review_case rc using (case_id)
      left join console_user u on u.user_name = p.asked_by
      where <in_scope> and p.case_id = :case
      order by p.asked_at desc, p.order_id
      limit 50
      """;

  private final ConsoleDatabase database;

  PackageQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /** Returns whether evidence of a case was asked for; empty if there is no such case in scope. */
  Optional<Boolean> evidence(UUID caseId, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        select rc.evidence or exists (
                          select from escalation_state e where e.case_id = rc.case_id)
                        from review_case rc where rc.case_id = :case and <in_scope>
                        """))
                .bind("case", caseId)
                .mapTo(boolean.class)
                .findOne());
  }

  /** Returns the packages of a case, the newest first. */
  List<PackageView> of(UUID caseId, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(h.createQuery(PACKAGES))
                .bind("case", caseId)
                .registerColumnMapper(EvidenceResult.class, JsonColumn.of(EvidenceResult.class))
                .map(rows(PackageView.class))
                .list());
  }
}
