package hallmonitor.moderation.store.records;

import hallmonitor.moderation.casework.RecordKind;
import java.util.List;

/** Where the records of a kind are stored, in SQL that binds what a {@link RecordSelection} has. */
enum RecordSource {
  COMMENTS(
      """
      %s
      where c.account = any(:accounts) and c.first_seen_at < :before and c.disposal_id is null
        and (rc.case_id is null) = :caseless
        and (:building = '' or rc.case_id is null or rc.building = :building)
      """
          .formatted(CommentSql.ROWS),
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
            where d.closed and d.day = (coalesce(r.counted_from, case when r.first_outcome is null then r.first_judged_at end,
              r.judged_at) at time zone :zone)::date)) then 'uncounted'
      end

      """,
      List.of(
          """
          select 1 from comment
          where (account, comment_id) in (select * from unnest(:accounts, :comments))
          order by account, comment_id for update
          """,
          """
          select 1 from review_case
          where (account, comment_id) in (select * from unnest(:accounts, :comments)) order by case_id for update
          """)),

  /** Blocks made by hand; and appeals without a known block, or after its disposal. */
  HAND_BLOCKS(
      """
      select k.account, k.hand_block_id::text as comment_id, k.author_key, k.author_name, k.reason as latest_text,
        k.first_seen_at, null::uuid as case_id, coalesce(e.building, '') as building, k.gone_at is null as stands,
        exists (select from hand_block_appeal a where a.hand_block_id = k.hand_block_id and a.state = 'open') as appealed,
        greatest(k.seen_at, k.gone_at, k.noted_at, k.told_at, k.taken_back_at,
          (select max(greatest(a.received_at, a.decided_at)) from hand_block_appeal a
            where a.hand_block_id = k.hand_block_id)) as last_at
      from hand_block k left join register_entry e using (account)
      where k.account = any(:accounts) and k.first_seen_at < :before and k.disposal_id is null
      union all
      select a.account, a.appeal_id::text, '', a.author_name, a.why, a.received_at, null, coalesce(e.building, ''), false,
        a.state = 'open', greatest(a.received_at, a.decided_at)
      from hand_block_appeal a left join register_entry e using (account)
      where a.account = any(:accounts) and a.received_at < :before and a.disposal_id is null
        and not exists (select from hand_block k where k.hand_block_id = a.hand_block_id and k.disposal_id is null)
      """,
      """
      case
        when %s then 'hold'
        when k.appealed then 'appeal'
        when k.stands then 'block'
        when k.last_at >= :before then 'younger'
      end
      """,
      List.of(
          """
          select 1 from hand_block
          where (account, hand_block_id::text) in (select * from unnest(:accounts, :comments))
          order by hand_block_id for update
          """)),

  /** They belong to a building, and to no account. */
  ATTESTATIONS(
      """
      select '' as account, a.attestation_id::text as comment_id, a.person as author_key, a.name as author_name,
        a.person as latest_text, a.attested_at as first_seen_at, null::uuid as case_id, a.building,
        a.attested_at as last_at
      from attestation a
      where a.attested_at < :before and a.disposal_id is null and (:building = '' or a.building = :building)
      """,
      """
      case when %s then 'hold' end
      """,
      List.of(
          """
          select 1 from attestation
          where ('', attestation_id::text) in (select * from unnest(:accounts, :comments))
          order by attestation_id for update
          """)),

  /** They belong to the whole district. */
  RECORDS_REQUESTS(
      """
      select '' as account, q.request_id::text as comment_id, '' as author_key, q.requester as author_name,
        q.words as latest_text, q.arrived_at as first_seen_at, null::uuid as case_id, '' as building, q.state,
        q.held_until, greatest(q.arrived_at, q.changed_at, q.closed_at,
          (select max(e.at) from records_request_event e where e.request_id = q.request_id)) as last_at
      from records_request q
      where q.arrived_at < :before and q.disposal_id is null and :building = ''
      """,
      """
      case
        when %s then 'hold'
        when k.state <> 'closed' then 'open-case'
        when k.held_until > clock_timestamp() then 'hold'
        when k.last_at >= :before then 'younger'
      end
      """,
      List.of(
          """
          select 1 from records_request
          where ('', request_id::text) in (select * from unnest(:accounts, :comments))
          order by request_id for update
          """));

  /** Rows of comments that nothing chooses yet; a class, because constants come after an enum's. */
  private static final class CommentSql {
    static final String ROWS =
        """
        select c.account, c.comment_id, c.author_key, c.author_name, c.latest_text, c.first_seen_at, rc.case_id,
          rc.building, rc.state, rc.action_state, rc.evidence,
          %s as last_at
        from comment c left join review_case rc using (account, comment_id)
        """
            .formatted(HoldCoverage.LAST_AT);
  }

  /** The hold that keeps a row {@code k}, or else the request that found it; null for none. */
  static final String HOLDER =
      """
      coalesce(
        (select h.hold_id from record_hold h where %s order by h.placed_at, h.hold_id limit 1),
        (select q.request_id from records_request_item i join records_request q using (request_id)
          where %s order by q.arrived_at, q.request_id limit 1))
      """
          .formatted(HoldCoverage.COVERS, HoldCoverage.FOUND_BY);

  private final String rows;
  private final String stays;
  private final List<String> locks;

  RecordSource(String rows, String stays, List<String> locks) {
    this.rows = rows;
    this.stays = stays;
    this.locks = locks;
  }

  static RecordSource of(RecordKind kind) {
    return switch (kind) {
      case ALLOWED_COMMENTS, DECIDED_CASES -> COMMENTS;
      case HAND_BLOCKS -> HAND_BLOCKS;
      case ATTESTATIONS -> ATTESTATIONS;
      case RECORDS_REQUESTS -> RECORDS_REQUESTS;
    };
  }

  /**
   * Returns the query of the selected rows. All have {@code account, comment_id, author_key,
   * author_name, latest_text, first_seen_at, case_id, building, last_at}; where there is no
   * comment, {@code comment_id} is the record's own id. What happened last does not count reads by
   * people.
   */
  String rows() {
    return rows;
  }

  /** Returns the expression for why a row {@code k} stays; null if it goes. */
  String stays() {
    return staysIfHeld(HOLDER + " is not null");
  }

  /** Returns the same where the condition for a held row is known. */
  String staysIfHeld(String held) {
    return stays.formatted(held);
  }

  /** Returns rows of all comments that were first seen in a month and are not disposed of. */
  static String commentsOfMonth() {
    return """
        %s
        where c.first_seen_at >= cast(:month as timestamp) at time zone 'UTC'
          and c.first_seen_at < (cast(:month as timestamp) + interval '1 month') at time zone 'UTC'
          and c.disposal_id is null
        """
        .formatted(CommentSql.ROWS);
  }

  /** Returns the statements that lock records by their accounts and ids, in order. */
  List<String> locks() {
    return locks;
  }
}
