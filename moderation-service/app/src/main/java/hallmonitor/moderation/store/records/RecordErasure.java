package hallmonitor.moderation.store.records;

import hallmonitor.moderation.store.authors.KnownAuthors;
import hallmonitor.moderation.store.records.RecordSelection.Candidate;
import hallmonitor.moderation.store.search.SearchedWords;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Erases records: everything that people wrote, and who they were. Ids, days, decisions and the
 * hash of each text for the certificate stay. The audit log and the ledger of evidence are never
 * touched.
 */
final class RecordErasure {
  /**
   * Replaces the reason of a proposal and of an appeal's decision; the database permits no other
   * change of the latter.
   */
  private static final String GONE = "Disposed of.";

  private static final String THESE =
      "(%s.account, %s.comment_id) in (select * from unnest(:accounts, :comments))";

  private final Handle transaction;
  private final Disposal disposal;

  /**
   * Creates an erasure.
   *
   * @param transaction that has locked the records
   */
  RecordErasure(Handle transaction, Disposal disposal) {
    this.transaction = transaction;
    this.disposal = disposal;
  }

  /**
   * Erases records.
   *
   * @return number of their revisions
   */
  int empty(List<Candidate> records) {
    int revisions = list(records);
    comments(records);
    List<UUID> cases = records.stream().flatMap(c -> c.caseId().stream()).toList();
    if (!cases.isEmpty()) {
      cases(cases);
    }
    return revisions;
  }

  private int list(List<Candidate> records) {
    return these(
            records,
            """
            insert into disposed_revision (disposal_id, account, comment_id, revision, case_id, kind, outcome, seen_at,
              first_seen_at, last_at, clause, category, decision, decided_at, text_sha256, raw_sha256, disposed_at)
            select :disposal, r.account, r.comment_id, r.revision, rc.case_id, r.kind, coalesce(r.outcome, ''),
              r.observed_at, c.first_seen_at, greatest(c.changed_at, c.visibility_at, rc.decided_at),
              coalesce(nullif(rc.decision_clause, ''), rc.clause, ''), coalesce(rc.category, ''),
              coalesce(rc.state, ''), rc.decided_at, encode(sha256(convert_to(r.body, 'UTF8')), 'hex'),
              encode(sha256(convert_to(r.raw, 'UTF8')), 'hex'), clock_timestamp()
            from revision r
            join comment c using (account, comment_id)
            left join review_case rc using (account, comment_id)
            where r.disposal_id is null and %s
            """,
            "r")
        .bind("disposal", disposal.id())
        .execute();
  }

  private void comments(List<Candidate> records) {
    these(
            records,
            """
            update revision r set body = '', raw = '', attachments = '{}', findings = '[]', text_key = null,
              words_key = null, disposal_id = :disposal
            where r.disposal_id is null and %s
            """,
            "r")
        .bind("disposal", disposal.id())
        .execute();
    // A unique key for each, so that erased authors are not taken for one author.
    these(
            records,
            """
            update comment c set latest_text = '', author_name = '', author_key = 'disposed:' || c.comment_id,
              permalink = null, disposal_id = :disposal
            where %s
            """,
            "c")
        .bind("disposal", disposal.id())
        .execute();
    KnownAuthors.forget(transaction);
    these(records, "delete from second_look s where %s", "s").execute();
    SearchedWords.removed(
        transaction,
        records.stream().map(r -> r.key().account()).toList(),
        records.stream().map(r -> r.key().id()).toList());
    these(records, "delete from picture_reading p where %s", "p").execute();
    these(records, "delete from comment_picture p where %s", "p").execute();
    these(records, "delete from attack a where %s", "a").execute();
    // Only closed requests have some of these. A note may quote; a hash tells of equal texts.
    requested(records);
    these(records, "update quality_sample q set note = '' where q.note <> '' and %s", "q")
        .execute();
  }

  private void requested(List<Candidate> records) {
    transaction
        .createUpdate(
            """
            with items as (
              update records_request_item i set text_hash = '', note = ''
              where i.kind <> 'post' and (i.account, i.item_id) in (select * from unnest(:accounts, :comments))
              returning i.item_no)
            update records_request_redaction r set text_hash = '', address = '' from items
            where r.item_no = items.item_no
            """)
        .bindArray("accounts", String.class, records.stream().map(r -> r.key().account()).toList())
        .bindArray("comments", String.class, records.stream().map(r -> r.key().id()).toList())
        .execute();
  }

  private void cases(List<UUID> cases) {
    those(
        cases,
        """
        update review_case set decision_note = '', action_note = '', searched = '', text_key = null, words_key = null,
          version = version + 1, same_since = version + 1
        where case_id = any(:cases)
        """);
    those(cases, "delete from strike where case_id = any(:cases)");
    those(
        cases,
        """
        update tip set link = '', place = '', body = '', reporter = '', reporter_user = '', screenshot = null
        where case_id = any(:cases)
        """);
    those(cases, "delete from case_claim where case_id = any(:cases)");
    those(
        cases,
        """
        update proposal set reason = '%s', answer_note = ''
        where kind = 'delete-comment' and subject = any(cast(:cases as text[]))
          or kind = 'reply' and subject in (
            select action_id::text from case_reply where case_id = any(:cases))
        """
            .formatted(GONE));
    those(cases, "update case_event set detail = '' where case_id = any(:cases) and detail <> ''");
    those(cases, "update case_reply set text = '', note = '' where case_id = any(:cases)");
    those(
        cases,
        """
        update appeal set appellant = '', contact = '', why = '', reason = '%s' where case_id = any(:cases)
        """
            .formatted(GONE));
    those(
        cases,
        """
        update author_block set author_key = 'disposed:' || block_id, author_name = '', reason = '', notice = '',
          note = '', trouble = ''
        where case_id = any(:cases)
        """);
    those(
        cases,
        """
        insert into case_event (case_id, actor, kind, detail, dedupe)
        select c, :by, 'disposed', 'Under approval ' || :approval || '.', 'disposal/' || :disposal || '/' || c
        from unnest(:cases) as c
        """,
        u ->
            u.bind("by", disposal.approvedBy().orElseThrow())
                .bind("approval", disposal.approval())
                .bind("disposal", disposal.id().toString()));
  }

  private void those(List<UUID> cases, String sql) {
    those(cases, sql, u -> u);
  }

  private void those(List<UUID> cases, String sql, UnaryOperator<Update> more) {
    more.apply(transaction.createUpdate(sql).bindArray("cases", UUID.class, cases)).execute();
  }

  private Update these(List<Candidate> records, String sql, String alias) {
    return transaction
        .createUpdate(sql.formatted(THESE.formatted(alias, alias)))
        .bindArray("accounts", String.class, records.stream().map(r -> r.key().account()).toList())
        .bindArray("comments", String.class, records.stream().map(r -> r.key().id()).toList());
  }
}
