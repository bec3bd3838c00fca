package hallmonitor.moderation.console.bulk;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.cases.CaseQueries;
import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the cases of a bulk decision and its results. */
@ApplicationScoped
public class BulkQueries {
  /** The result for one case. */
  public record Item(
      UUID caseId,
      String result,
      String sentence,
      String category,
      String authorName,
      String body) {}

  public record Head(
      UUID bulkId, String name, String decision, String clause, String note, Instant at) {}

  /** A finished bulk decision, with those of its items that are in scope. */
  public record Done(
      UUID bulkId,
      String name,
      String decision,
      String clause,
      String note,
      Instant at,
      List<Item> items) {
    public long getDone() {
      return items.stream().filter(i -> i.result().equals("done")).count();
    }

    public long getNotDone() {
      return items.size() - getDone();
    }
  }

  private final ConsoleDatabase database;
  private final CaseQueries cases;

  BulkQueries(ConsoleDatabase database, CaseQueries cases) {
    this.database = database;
    this.cases = cases;
  }

  /**
   * Returns cases in the chosen order, without those out of scope.
   *
   * @param clause for all; empty for each case's own
   */
  List<BulkItem> items(List<UUID> ids, Decision.Kind kind, Optional<Clause> clause, Scope scope) {
    Map<UUID, CaseView> found =
        cases.all(ids, scope).stream()
            .collect(Collectors.toMap(CaseView::caseId, Function.identity()));
    return ids.stream()
        .filter(found::containsKey)
        .map(found::get)
        .map(view -> new BulkItem(view, kind, view.refusal(kind, clause).orElse(Sentence.NONE)))
        .toList();
  }

  /** Returns how many of these cases are in scope. */
  int seen(List<UUID> ids, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        select count(*) from review_case rc
                        where rc.case_id = any(:ids) and <in_scope>
                        """))
                .bindArray("ids", UUID.class, ids)
                .mapTo(Integer.class)
                .one());
  }

  /** Returns empty if it does not exist, or nothing of it is in scope. */
  Optional<Done> done(UUID id, Scope scope) {
    List<Item> items =
        database.read(
            h ->
                scope
                    .bind(
                        h.createQuery(
                            """
                            select i.case_id, i.result, i.sentence, rc.category, c.author_name,
                              left(r.body, 200) as body
                            from bulk_item i join review_case rc using (case_id)
                            join comment c on c.account = rc.account and c.comment_id = rc.comment_id
                            join revision r on r.account = rc.account and r.comment_id = rc.comment_id
                              and r.revision = rc.revision
                            where i.bulk_id = :id and <in_scope> order by i.position
                            """))
                    .bind("id", id)
                    .map(rows(Item.class))
                    .list());
    return items.isEmpty() ? Optional.empty() : head(id).map(h -> done(h, items));
  }

  private Optional<Head> head(UUID id) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select b.bulk_id, coalesce(u.display_name, b.by) as name, b.decision, b.clause,
                      b.note, b.at
                    from bulk b left join console_user u on u.user_name = b.by where b.bulk_id = :id
                    """)
                .bind("id", id)
                .map(rows(Head.class))
                .findOne());
  }

  private static Done done(Head head, List<Item> items) {
    return new Done(
        head.bulkId(), head.name(), head.decision(), head.clause(), head.note(), head.at(), items);
  }
}
