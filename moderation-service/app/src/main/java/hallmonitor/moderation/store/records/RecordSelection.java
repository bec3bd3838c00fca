package hallmonitor.moderation.store.records;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.casework.RetentionExemption;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * Selects the records of a disposal and those of them that stay. A record is a comment with
 * everything stored about it and its case.
 *
 * @param building of their cases; empty for all
 * @param accounts at least one
 * @param before only records seen before this time and without any event since
 * @param zone the district's time zone for the days of holds
 * @param places the building of each account in the district's file
 */
public record RecordSelection(
    RecordKind kind,
    String building,
    List<String> accounts,
    Instant before,
    String zone,
    Map<String, String> places) {

  /** A record that is old enough, with the reason why it stays; empty if it is deleted. */
  public record Candidate(
      @Nested("key") CommentKey key, Optional<UUID> caseId, Optional<RetentionExemption> stays) {}

  /** Condition for the selected rows of {@code comment c left join review_case rc}. */
  private static final String ABOUT =
      """
      c.account = any(:accounts) and c.first_seen_at < :before and c.disposal_id is null
        and (rc.case_id is null) = :caseless
        and (:building = '' or rc.case_id is null or rc.building = :building)
      """;

  /** Time of the record's last event. Reads by people do not count. */
  private static final String LAST =
      """
      greatest(c.first_seen_at, c.changed_at, c.visibility_at, rc.opened_at, rc.decided_at,
        (select max(greatest(r.observed_at, r.judged_at)) from revision r
          where r.account = c.account and r.comment_id = c.comment_id),
        (select max(e.at) from case_event e where e.case_id = rc.case_id))
      """;

  private static final String HELD =
      """
      exists (select from record_hold h where h.lifted_at is null and (
        h.case_id = k.case_id
        or h.covers = 'author' and h.account = k.account and h.author_key = k.author_key
        or h.covers = 'everything' and h.account in ('', k.account)
          and (h.building in ('', k.building)
            or h.building = coalesce((select min(p.building) from place p where p.account = k.account), h.building))
          and (h.from_day is null or k.last_at >= h.from_day::timestamp at time zone :zone)
          and (h.until_day is null or k.first_seen_at < (h.until_day + 1)::timestamp at time zone :zone)))
      """;

  private static final String STAYS =
      """
      case
        when %s then 'hold'
        when k.evidence
          or exists (select from evidence_seal s where s.case_id = k.case_id)
          or exists (select from case_capture s where s.case_id = k.case_id)
          or exists (select from escalation_state s where s.case_id = k.case_id) then 'evidence'
        when k.state = 'open' then 'open-case'
        when k.action_state in ('hide-held', 'hide-ordered', 'restore-ordered', 'delete-ordered')
          or exists (select from case_reply y where y.case_id = k.case_id and y.state in ('proposed', 'ordered')) then 'under-way'
        when exists (select from appeal a where a.case_id = k.case_id and a.state = 'open') then 'appeal'
        when exists (select from author_block b where b.account = k.account and b.author_key = k.author_key
          and b.state in ('proposed', 'approved', 'active', 'ending')) then 'block'
        when exists (select from quality_sample q where q.account = k.account and q.comment_id = k.comment_id
          and q.judged_by is null) then 'sample'
        when k.last_at >= :before then 'younger'
        when exists (select from revision r where r.account = k.account and r.comment_id = k.comment_id
          and r.kind <> 'deleted' and not exists (select from counted_day d
            where d.day = (r.judged_at at time zone :zone)::date and d.closed)) then 'uncounted'
      end
      """
          .formatted(HELD);

  /**
   * Rows of {@code account, comment_id, case_id, stays}; a {@code where} on {@code c} is inserted.
   */
  private static final String CANDIDATES =
      """
      with place as (select * from unnest(:placeAccounts, :placeBuildings) as p(account, building)),
      k as materialized (
        select c.account, c.comment_id, c.author_key, c.author_name, c.latest_text, c.first_seen_at,
          rc.case_id, rc.building, rc.state, rc.action_state, rc.evidence, %s as last_at
        from comment c left join review_case rc using (account, comment_id)
        where %s and %%s)
      """
          .formatted(LAST, ABOUT);

  /** Returns the numbers by reason to stay; those that are deleted have no reason. */
  public Map<Optional<RetentionExemption>, Long> counts(Handle h) {
    return bind(h.createQuery(
            CANDIDATES.formatted("true")
                + "select %s as stays, count(*) from k group by 1".formatted(STAYS)))
        .reduceRows(
            new HashMap<>(),
            (counts, row) -> {
              counts.put(
                  Optional.ofNullable(row.getColumn("stays", String.class))
                      .map(word -> EnumCodes.read(RetentionExemption.class, word)),
                  row.getColumn("count", Long.class));
              return counts;
            });
  }

  /** A record that would be deleted. */
  public record Example(
      String account,
      String commentId,
      UUID caseId,
      String authorName,
      String latestText,
      Instant firstSeenAt,
      Instant lastAt) {}

  /**
   * Returns a random but fixed sample of the records that would be deleted.
   *
   * @param most most rows
   */
  public List<Example> examples(Handle h, int most) {
    return bind(h.createQuery(
            CANDIDATES.formatted("true")
                + """
                select account, comment_id, case_id, author_name, latest_text, first_seen_at, last_at
                from (select *, %s as stays from k) k where stays is null
                order by md5(account || '/' || comment_id) limit :most
                """
                    .formatted(STAYS)))
        .bind("most", most)
        .map(ConstructorMapper.of(Example.class))
        .list();
  }

  /** Returns the number of all selected records. */
  long size(Handle h) {
    return about(
            h.createQuery(
                """
                select count(*)
                from comment c
                left join review_case rc using (account, comment_id)
                where
                """
                    + ABOUT))
        .mapTo(Long.class)
        .one();
  }

  /**
   * Returns the next records in id order.
   *
   * @param after the last processed one; its account is empty before the first
   */
  List<CommentKey> next(Handle h, CommentKey after, int most) {
    return about(
            h.createQuery(
                """
                select c.account, c.comment_id as id
                from comment c
                left join review_case rc using (account, comment_id)
                where
                """
                    + ABOUT
                    + """
                      and (c.account, c.comment_id) > (:atAccount, :atComment)
                    order by c.account, c.comment_id limit :most
                    """))
        .bind("atAccount", after.account())
        .bind("atComment", after.id())
        .bind("most", most)
        .map(ConstructorMapper.of(CommentKey.class))
        .list();
  }

  /**
   * Returns the current state of these. Records no longer selected, such as a comment that got a
   * case, are left out.
   */
  List<Candidate> look(Handle h, Collection<CommentKey> keys) {
    return bind(h.createQuery(
            CANDIDATES.formatted(
                    "(c.account, c.comment_id) in (select * from unnest(:keyAccounts, :keyComments))")
                + "select account as key_account, comment_id as key_id, case_id, %s as stays from k"
                    .formatted(STAYS)))
        .bindArray("keyAccounts", String.class, keys.stream().map(CommentKey::account).toList())
        .bindArray("keyComments", String.class, keys.stream().map(CommentKey::id).toList())
        .map(ConstructorMapper.of(Candidate.class))
        .list();
  }

  private Query bind(Query query) {
    List<Map.Entry<String, String>> known = List.copyOf(places.entrySet());
    return about(query)
        .bind("zone", zone)
        .bindArray("placeAccounts", String.class, known.stream().map(Map.Entry::getKey).toList())
        .bindArray(
            "placeBuildings", String.class, known.stream().map(Map.Entry::getValue).toList());
  }

  private Query about(Query query) {
    return query
        .bindArray("accounts", String.class, accounts)
        .bind("before", before)
        .bind("caseless", kind == RecordKind.ALLOWED_COMMENTS)
        .bind("building", building);
  }
}
