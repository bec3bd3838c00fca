package hallmonitor.moderation.console.policy;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.change.PolicyShift;
import hallmonitor.settings.district.District;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Reads the results of shadow runs and backtests. */
@ApplicationScoped
public class TrialQueries {
  /** Number of comments with one kind of change under one clause. */
  public record Count(String kind, String clause, long n) {}

  /**
   * A comment that a draft answers differently.
   *
   * @param was the current policy's answer; empty in a backtest, where the counts contain it
   * @param caseId null if the comment has no case
   * @param body the judged revision
   */
  public record Differing(
      String kind,
      String clause,
      String was,
      String would,
      String account,
      String author,
      String body,
      Instant at,
      UUID caseId) {
    private static final int SHOWN = 300;

    /** Returns an excerpt for a list. */
    public String getShort() {
      if (body.length() <= SHOWN) {
        return body;
      }
      int end = Character.isHighSurrogate(body.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
      return body.substring(0, end) + "…";
    }
  }

  /** By the case's building if there is a case, otherwise by the account's. */
  private static final String SEEN = Scope.ofComments("a.account");

  private static final String COMMENT =
      """
      join revision r on (r.account, r.comment_id, r.revision) = (a.account, a.comment_id, a.revision)
      join comment c on (c.account, c.comment_id) = (a.account, a.comment_id)
      left join review_case rc on (rc.account, rc.comment_id) = (a.account, a.comment_id)
      """;

  private final ConsoleDatabase database;
  private final LiveRules rules;

  TrialQueries(ConsoleDatabase database, LiveRules rules) {
    this.database = database;
    this.rules = rules;
  }

  long judgedInShadow(long run) {
    return database.read(
        h ->
            h.select("select count(*) from shadow_answer where shadow_id = ?", run)
                .mapTo(long.class)
                .one());
  }

  List<Count> shadowCounts(long run) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select kind, clause, count(*) as n
                    from shadow_answer, unnest(kinds, clauses) as k(kind, clause)
                    where shadow_id = ? and kinds <> '{}'
                    group by kind, clause order by n desc, kind, clause
                    """)
                .bind(0, run)
                .map(rows(Count.class))
                .list());
  }

  /** Returns the newest. */
  List<Differing> shadowDiffering(long run, Scope scope) {
    return database.read(
        h ->
            scoped(
                    h.createQuery(
                        """
                        select array_to_string(a.kinds, ' ') as kind,
                               array_to_string(a.clauses, ', ') as clause,
                               a.was, a.would, a.account, c.author_name as author, r.body, a.at,
                               rc.case_id
                        from shadow_answer a
                        """
                            + COMMENT
                            + """
                            where a.shadow_id = :run and a.kinds <> '{}' and r.disposal_id is null
                              and %s
                            order by a.at desc limit 50
                            """
                                .formatted(SEEN)),
                    scope)
                .bind("run", run)
                .map(rows(Differing.class))
                .list());
  }

  List<Count> backtestCounts(long run) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select kind, clause, n from backtest_shift where run_id = ?
                    order by n desc, kind, clause
                    """)
                .bind(0, run)
                .map(rows(Count.class))
                .list());
  }

  /** Returns the changes over all clauses, in the order of {@code PolicyShift.Kind}. */
  List<DraftPage.Shift> backtestShifts(long run) {
    List<DraftPage.Shift> found =
        database.read(
            h ->
                h.createQuery(
                        """
                        select kind, sum(n)::bigint as n from backtest_shift
                        where run_id = ? group by kind
                        """)
                    .bind(0, run)
                    .map(rows(DraftPage.Shift.class))
                    .list());
    return found.stream()
        .sorted(Comparator.comparing(s -> EnumCodes.read(PolicyShift.Kind.class, s.kind())))
        .toList();
  }

  List<Differing> backtestExamples(long run, Scope scope) {
    return database.read(
        h ->
            scoped(
                    h.createQuery(
                        """
                        select a.kind, a.clause, '' as was, '' as would, a.account,
                               c.author_name as author, r.body, r.judged_at as at, rc.case_id
                        from backtest_example a
                        """
                            + COMMENT
                            + """
                            where a.run_id = :run and r.disposal_id is null and %s
                            order by a.kind, a.clause, r.judged_at desc limit 100
                            """
                                .formatted(SEEN)),
                    scope)
                .bind("run", run)
                .map(rows(Differing.class))
                .list());
  }

  private Query scoped(Query query, Scope scope) {
    List<String> accounts =
        rules.district().current().value().accounts().stream()
            .filter(scope::sees)
            .map(District.Account::id)
            .toList();
    return scope.bind(query).bindArray("accounts", String.class, accounts);
  }
}
