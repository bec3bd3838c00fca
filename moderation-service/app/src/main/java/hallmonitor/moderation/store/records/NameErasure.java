package hallmonitor.moderation.store.records;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.store.records.RecordSelection.Candidate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Erases who was blocked by hand, who appealed, who attested, and who asked for records, and what
 * they wrote. Ids, days and decisions stay, and no hash of a name: anyone who has a list of
 * commenters could hash each.
 */
final class NameErasure {
  /** Replaces words that may not be empty. */
  private static final String GONE = "Disposed of.";

  private final Handle transaction;
  private final Disposal disposal;
  private final RecordSelection selection;

  /**
   * Creates an erasure.
   *
   * @param transaction that has locked the records
   * @param selection of records other than comments
   */
  NameErasure(Handle transaction, Disposal disposal, RecordSelection selection) {
    this.transaction = transaction;
    this.disposal = disposal;
    this.selection = selection;
  }

  /**
   * Erases records.
   *
   * @return their number, because each has one version
   */
  int empty(List<Candidate> records) {
    String[] ids = records.stream().map(r -> r.key().id()).toArray(String[]::new);
    selection
        .about(
            bind(
                transaction.createUpdate(
                    """
                    insert into disposed_revision (disposal_id, account, comment_id, revision, kind, outcome, seen_at,
                      first_seen_at, last_at, clause, category, decision, text_sha256, raw_sha256, disposed_at)
                    select :disposal, c.account, c.comment_id, '1', :kind, '', c.first_seen_at, c.first_seen_at, c.last_at,
                      '', '', '', '', '', clock_timestamp()
                    from (%s) c where c.comment_id = any(:ids)
                    """
                        .formatted(selection.source().rows())),
                ids))
        .bind("kind", EnumCodes.of(disposal.kind()))
        .execute();
    switch (selection.source()) {
      case HAND_BLOCKS -> handBlocks(ids);
      case ATTESTATIONS -> attestations(ids);
      case RECORDS_REQUESTS -> requests(ids);
      case COMMENTS -> throw new IllegalStateException("comments are erased as comments");
    }
    return records.size();
  }

  private void handBlocks(String[] ids) {
    bind(
            transaction.createUpdate(
                """
                update hand_block_appeal set appellant = '', author_name = '', contact = '', why = '', reason = :gone,
                  disposal_id = :disposal
                where hand_block_id::text = any(:ids) or appeal_id::text = any(:ids)
                """),
            ids)
        .bind("gone", GONE)
        .execute();
    bind(
            transaction.createUpdate(
                """
                update hand_block set author_key = 'disposed:' || hand_block_id, author_name = '', reference = null, notice = '',
                  reason = case reason when '' then '' else :gone end, told_how = '', trouble = '',
                  taken_back_why = case taken_back_why when '' then '' else :gone end, disposal_id = :disposal
                where hand_block_id::text = any(:ids)
                """),
            ids)
        .bind("gone", GONE)
        .execute();
  }

  private void attestations(String[] ids) {
    transaction
        .createUpdate(
            """
            delete from attestation_letter l using attestation a
            where a.attestation_id::text = any(:ids) and l.person = a.person and l.school_year = a.school_year
            """)
        .bindArray("ids", String.class, (Object[]) ids)
        .execute();
    bind(
            transaction.createUpdate(
                """
                update attestation set person = 'disposed:' || attestation_id, name = '', disposal_id = :disposal
                where attestation_id::text = any(:ids)
                """),
            ids)
        .execute();
  }

  private void requests(String[] ids) {
    bind(
            transaction.createUpdate(
                """
                update records_request set requester = '', contact = '', words = '', status_hash = null,
                  disposal_id = :disposal
                where request_id::text = any(:ids)
                """),
            ids)
        .execute();
    for (String written :
        new String[] {
          "records_request_event set detail = ''",
          "records_request_search set query = search_id::text",
          "records_request_item set note = '', text_hash = ''"
        }) {
      transaction
          .createUpdate("update " + written + " where request_id::text = any(:ids)")
          .bindArray("ids", String.class, (Object[]) ids)
          .execute();
    }
    // The answer goes with its request: its letter names the requester.
    for (String table :
        new String[] {"records_answer", "records_answer_pass", "records_answer_letter"}) {
      transaction
          .createUpdate("delete from " + table + " where request_id::text = any(:ids)")
          .bindArray("ids", String.class, (Object[]) ids)
          .execute();
    }
    transaction
        .createUpdate(
            """
            update records_request_redaction r set text_hash = '', address = '' from records_request_item i
            where i.item_no = r.item_no and i.request_id::text = any(:ids)
            """)
        .bindArray("ids", String.class, (Object[]) ids)
        .execute();
  }

  private <S extends SqlStatement<S>> S bind(S statement, String[] ids) {
    return statement.bind("disposal", disposal.id()).bindArray("ids", String.class, (Object[]) ids);
  }
}
