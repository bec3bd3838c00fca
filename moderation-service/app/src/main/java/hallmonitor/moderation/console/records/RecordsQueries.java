package hallmonitor.moderation.console.records;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.store.Proposals;
import hallmonitor.moderation.store.records.Disposal;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Reads what is kept, held, and disposed of, within the viewer's scope. */
@ApplicationScoped
public class RecordsQueries {
  /** The content of an account's archive. The oldest entries are by first sight; null for none. */
  public record Kept(
      String account,
      long caseless,
      Instant oldestCaseless,
      long decided,
      Instant oldestDecided,
      long evidence,
      Instant oldestEvidence,
      long open,
      Instant oldestOpen,
      long disposed) {}

  /** The case or author to hold. */
  public record Chosen(
      UUID caseId, String account, String authorKey, String authorName, String building) {
    public CharSequence getAuthor() {
      return authorName.isBlank() ? Sentence.of("(no name)") : authorName;
    }
  }

  private static final String SEEN = Scope.ofComments("c.account");

  private static final String HOLDS =
      """
      select h.hold_id, h.covers, h.case_id, h.account, h.author_name, h.building, h.from_day, h.until_day, h.matter,
        h.reason, coalesce(u.display_name, h.placed_by) as placer, h.placed_at, h.lifted_at,
        coalesce(l.display_name, h.lifted_by) as lifter, p.proposal_id, p.proposed_by,
        coalesce(pu.display_name, p.proposed_by) as proposer, p.reason as why_lift, p.proposed_at
      from record_hold h
      left join console_user u on u.user_name = h.placed_by
      left join console_user l on l.user_name = h.lifted_by
      left join proposal p on p.kind = 'lift-hold' and p.subject = h.hold_id::text and p.state = 'proposed'
        and p.expires_at > now()
      left join console_user pu on pu.user_name = p.proposed_by
      where (%s or h.building = '' and h.covers = 'everything')
      """
          .formatted(Scope.of("h.building", "h.account"));

  private final ConsoleDatabase database;

  RecordsQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /** Returns since when the counts of what is kept are right; absent before the first one. */
  Optional<Instant> countedAt() {
    return database.read(
        h ->
            h.createQuery("select min(counted_at) from kept_month").mapTo(Instant.class).findOne());
  }

  /**
   * Returns content by account as it was last counted.
   *
   * @param accounts those in scope that the district's file has
   */
  List<Kept> kept(Scope scope, List<String> accounts) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        select account,
                          coalesce(sum(n) filter (where kind = 'caseless'), 0) as caseless,
                          min(oldest) filter (where kind = 'caseless') as oldest_caseless,
                          coalesce(sum(n) filter (where kind = 'decided'), 0) as decided,
                          min(oldest) filter (where kind = 'decided') as oldest_decided,
                          coalesce(sum(n) filter (where kind = 'evidence'), 0) as evidence,
                          min(oldest) filter (where kind = 'evidence') as oldest_evidence,
                          coalesce(sum(n) filter (where kind = 'open'), 0) as open,
                          min(oldest) filter (where kind = 'open') as oldest_open,
                          coalesce(sum(n) filter (where kind = 'disposed'), 0) as disposed
                        from kept_count c cross join lateral (select c.building) rc where %s
                        group by account order by account
                        """
                            .formatted(SEEN)))
                .bindArray("accounts", String.class, accounts)
                .map(rows(Kept.class))
                .list());
  }

  /** Returns active holds first, then the newest. */
  List<HoldView> holds(Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        HOLDS + " order by h.lifted_at is not null, h.placed_at desc limit 200"))
                .map(rows(HoldView.class))
                .list());
  }

  Optional<HoldView> hold(UUID id, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(h.createQuery(HOLDS + " and h.hold_id = :id"))
                .bind("id", id)
                .map(rows(HoldView.class))
                .findOne());
  }

  List<DisposalView> disposals(Scope scope) {
    return database.read(
        h ->
            Disposal.all(h).stream()
                .filter(d -> scope.sees(d.building()))
                .flatMap(d -> view(h, d).stream())
                .toList());
  }

  Optional<DisposalView> disposal(UUID id, Scope scope) {
    return database.read(
        h -> Disposal.find(h, id).filter(d -> scope.sees(d.building())).flatMap(d -> view(h, d)));
  }

  private static Optional<DisposalView> view(Handle h, Disposal disposal) {
    return new Proposals(h)
        .about(Proposal.Kind.DISPOSE_RECORDS, disposal.id().toString()).stream()
            .findFirst()
            .map(p -> new DisposalView(disposal, p, ExemptCount.of(disposal.left(h))));
  }

  /** Finds a case in scope. */
  Optional<Chosen> chosen(UUID caseId, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        select rc.case_id, rc.account, c.author_key, c.author_name, rc.building
                        from review_case rc join comment c using (account, comment_id)
                        where rc.case_id = :id and <in_scope>
                        """))
                .bind("id", caseId)
                .map(rows(Chosen.class))
                .findOne());
  }

  /** Returns an author's name on an account; empty for no name, absent if the key is unknown. */
  Optional<String> author(String account, String key) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select author_name from comment where account = :account and author_key = :key
                    order by first_seen_at desc limit 1
                    """)
                .bind("account", account)
                .bind("key", key)
                .mapTo(String.class)
                .findFirst());
  }

  /**
   * Returns every account with archived content, including those no longer in the district's file.
   */
  List<String> archived() {
    return database.read(
        h ->
            h.createQuery(
                    """
                    with recursive found as (
                      (select account from comment order by account limit 1)
                      union all
                      select (select c.account from comment c where c.account > f.account order by c.account limit 1)
                      from found f where f.account is not null)
                    select account from found where account is not null
                    """)
                .mapTo(String.class)
                .list());
  }

  static List<String> joined(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().sorted().toList();
  }
}
