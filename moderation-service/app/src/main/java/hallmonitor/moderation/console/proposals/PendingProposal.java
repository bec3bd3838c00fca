package hallmonitor.moderation.console.proposals;

import hallmonitor.moderation.console.access.Scope;
import java.time.Instant;

/**
 * An act that waits for its second person, in whichever table it is stored.
 *
 * @param kind as named in {@code decisions.yaml}
 * @param subject id of its case or its draft
 * @param title what it is about: an author, a draft; empty if the case tells
 * @param proposer display name of the proposer
 * @param expiresAt absent if it never expires
 * @param building of its case, if it has one
 */
public record PendingProposal(
    String id,
    String kind,
    String subject,
    String title,
    String clause,
    String proposedBy,
    String proposer,
    String reason,
    Instant proposedAt,
    Instant expiresAt,
    String building) {
  /**
   * Rows of everything that waits in scope, unordered. Its parameters are those of {@link Scope},
   * and {@code audits}.
   */
  public static final String SQL =
      """
      select p.proposal_id::text as id, p.kind, p.subject, '' as title, p.clause, p.proposed_by, p.reason,
        p.proposed_at, p.expires_at, rc.building
      from proposal p
      left join review_case rc on rc.case_id = case when p.kind = 'delete-comment' then p.subject::uuid end
      where p.state = 'proposed' and p.expires_at > now() and (p.kind <> 'delete-comment' or <in_scope>)
        and (p.kind not in ('dispose-records', 'lift-hold') or :audits
          and %s)
      union all
      select b.block_id::text, 'block-author', b.case_id::text, b.author_name, b.clause, b.proposed_by, b.reason,
        b.proposed_at, null, rc.building
      from author_block b join review_case rc using (case_id) where b.state = 'proposed' and <in_scope>
      union all
      select d.id::text, 'publish-policy', d.id::text, d.name, '', d.proposed_by, d.note, d.changed_at, null, null
      from document_draft d where d.state = 'proposed'
      """
          .formatted(Scope.of("p.terms->>'building'"));

  /** Returns the page where it is shown and answered. */
  public String getLink() {
    return switch (kind) {
      case "block-author" -> "/blocks#block-" + id;
      case "publish-policy" -> "/policy/drafts/" + subject;
      case "dispose-records", "lift-hold" -> "/records#proposal-" + id;
      default -> "/cases/" + subject + "/deletion";
    };
  }
}
