package hallmonitor.system.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import hallmonitor.system.ServiceTables;
import hallmonitor.system.history.CommentHistory;
import hallmonitor.system.history.CommentHistory.Act;
import hallmonitor.system.history.CommentHistory.Opened;
import hallmonitor.system.history.CommentHistory.Order;
import hallmonitor.system.history.CommentHistory.Revision;
import hallmonitor.system.history.CommentHistory.Seal;
import hallmonitor.system.history.CommentHistory.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what became of each comment, from the platform's journal and moderation's tables. */
final class RunReader {
  private static final String REVISIONS =
      """
      select comment_id, body, outcome, coalesce(first_outcome, '') as first_outcome,
        array_to_string(clauses, ' ') as clauses
      from revision
      where account = 'practice' and kind <> 'deleted' order by observed_at
      """;

  private static final String ORDERS =
      """
      select c.comment_id, o.ordered_at as at, o.seen_at as seen, o.action, o.ordered_by, o.state
      from ordered_action o join review_case c using (case_id)
      where c.account = 'practice' and o.state <> 'cancelled' and o.action in ('hide', 'restore')
      order by o.ordered_at
      """;

  private static final String OPENED =
      """
      select c.comment_id,
        exists (select from ordered_action o where o.case_id = c.case_id and o.action = 'hide') as hide,
        exists (select from escalation_state e where e.case_id = c.case_id) as escalation
      from review_case c where c.account = 'practice'
      """;

  private static final String SEALS =
      """
      select c.comment_id, min(s.at) as at, exists (
        select 1 from case_event e where e.case_id = c.case_id and e.kind = 'hidden-before-seal') as without
      from review_case c left join evidence_seal s using (case_id)
      where c.account = 'practice' and c.outcome = 'escalate' group by c.case_id
      """;

  /** A revision. */
  public record RevisionRow(
      String commentId,
      String body,
      Optional<String> outcome,
      String firstOutcome,
      String clauses) {}

  /** What a case led to. */
  public record OpenedRow(String commentId, boolean hide, boolean escalation) {}

  /** An order. */
  public record OrderRow(
      String commentId, Instant at, Instant seen, String action, String orderedBy, String state) {}

  /** The evidence of a comment. */
  public record SealRow(String commentId, Optional<Instant> at, boolean without) {}

  private final Map<String, List<RevisionRow>> revisions;
  private final Map<String, List<OrderRow>> orders;
  private final Map<String, OpenedRow> opened;
  private final Map<String, SealRow> seals;
  private final Set<String> hiding;

  /**
   * Reads everything.
   *
   * @param hiding the clauses that hide
   */
  RunReader(ServiceTables archive, Set<String> hiding) {
    this.hiding = Set.copyOf(hiding);
    revisions =
        archive.all(REVISIONS, RevisionRow.class).stream()
            .collect(groupingBy(RevisionRow::commentId));
    orders = archive.all(ORDERS, OrderRow.class).stream().collect(groupingBy(OrderRow::commentId));
    opened =
        archive.all(OPENED, OpenedRow.class).stream()
            .collect(toMap(OpenedRow::commentId, row -> row));
    seals =
        archive.all(SEALS, SealRow.class).stream().collect(toMap(SealRow::commentId, row -> row));
  }

  /**
   * Returns the histories.
   *
   * @param verdicts outcome of each text of each comment in a run without faults
   */
  List<CommentHistory> comments(PlatformJournal journal, Map<String, String> verdicts) {
    return journal.entries().stream()
        .map(
            entry -> {
              String id = Integer.toString(entry.id());
              return new CommentHistory(
                  id,
                  entry.said().stream()
                      .map(
                          said ->
                              new Text(
                                  said.at(),
                                  said.words(),
                                  Optional.ofNullable(verdicts.get(key(id, said.words())))))
                      .toList(),
                  revisions.getOrDefault(id, List.of()).stream().map(this::revision).toList(),
                  orders.getOrDefault(id, List.of()).stream().map(RunReader::order).toList(),
                  entry.effects(),
                  Optional.ofNullable(opened.get(id))
                      .map(row -> new Opened(row.hide(), row.escalation())),
                  Optional.ofNullable(seals.get(id)).map(row -> new Seal(row.at(), row.without())));
            })
        .toList();
  }

  /** Returns whether the archive has the newest text of a comment. */
  boolean has(PlatformJournal.Entry comment) {
    List<RevisionRow> rows = revisions.getOrDefault(Integer.toString(comment.id()), List.of());
    String newest = comment.said().get(comment.said().size() - 1).words();
    return !rows.isEmpty() && rows.get(rows.size() - 1).body().equals(newest);
  }

  /** Returns the outcome of each text of each comment. */
  Map<String, String> verdicts() {
    Map<String, String> all = new HashMap<>();
    for (List<RevisionRow> rows : revisions.values()) {
      for (RevisionRow row : rows) {
        row.outcome().ifPresent(outcome -> all.put(key(row.commentId(), row.body()), outcome));
      }
    }
    return all;
  }

  private static String key(String comment, String words) {
    return comment + " " + words;
  }

  /** A second look that hides what the first had escalated is no news, so nothing is due then. */
  private Revision revision(RevisionRow row) {
    boolean hides =
        !row.firstOutcome().equals("escalate")
            && Stream.of(row.clauses().split(" ")).anyMatch(hiding::contains);
    return new Revision(row.body(), row.outcome(), hides);
  }

  private static Order order(OrderRow row) {
    return new Order(
        row.at().truncatedTo(ChronoUnit.MILLIS), // as exact as the platform's journal
        row.seen(),
        row.action().equals("hide") ? Act.HIDE : Act.RESTORE,
        row.orderedBy().equals("policy"),
        row.state().equals("taken"));
  }
}
