package hallmonitor.moderation.console.proposals;

import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An act that waits for its second person, from any table that stores one.
 *
 * @param kind as named in {@code decisions.yaml}
 * @param subject id of its case, its draft, its hold or one of its authors; of a reply the end of
 *     its page's path; of a picture its path; or a user name
 * @param title the name of what it is about, such as an author, a draft, a person or a matter
 * @param proposer display name of the proposer
 * @param proposedAt when it was proposed
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
    @Nullable Instant expiresAt,
    @Nullable String building) {
  /**
   * Rows of everything that waits in scope, unordered. Its parameters are those of {@link Scope},
   * and {@code audits}, {@code manages} and {@code reads_staff}.
   */
  public static final String SQL =
      """
      select p.proposal_id::text as id, p.kind,
        case p.kind when 'reply' then y.case_id || '/proposed-reply/' || p.subject
          when 'merge-authors' then split_part(p.subject, ' ', 1) else p.subject end as subject,
        coalesce(c.author_name, h.matter, d.before_day::text, u.display_name,
          case when p.kind = 'release-records' then p.reason end, '') as title, p.clause,
        p.proposed_by, p.reason, p.proposed_at, p.expires_at, rc.building
      from proposal p
      left join case_reply y on y.action_id = case when p.kind = 'reply' then p.subject::uuid end
      left join review_case rc
        on rc.case_id = case p.kind when 'delete-comment' then p.subject::uuid when 'reply' then y.case_id end
      left join comment c on c.account = rc.account and c.comment_id = rc.comment_id
      left join record_hold h on h.hold_id = case when p.kind = 'lift-hold' then p.subject::uuid end
      left join disposal d on d.disposal_id = case when p.kind = 'dispose-records' then p.subject::uuid end
      left join console_user u on u.user_name = case when p.kind = 'change-access' then p.subject end
      where p.state = 'proposed' and p.expires_at > now() and (p.kind not in ('delete-comment', 'reply') or <in_scope>)
        and (p.kind <> 'change-access' or :manages) and (p.kind <> 'release-records' or :audits)
        and (p.kind not in ('dispose-records', 'lift-hold', 'remove-picture') or :audits)
        and (p.kind not in ('dispose-records', 'lift-hold', 'merge-authors', 'remove-picture') or %s)
      union all
      select b.block_id::text, 'block-author', b.case_id::text, b.author_name, b.clause, b.proposed_by, b.reason,
        b.proposed_at, null, rc.building
      from author_block b join review_case rc using (case_id) where b.state = 'proposed' and <in_scope>
      union all
      select d.id::text, 'publish-policy', d.id::text, d.name, '', d.proposed_by, d.note,
        coalesce(d.proposed_at, d.changed_at), null, null
      from document_draft d
      where d.state = 'proposed' and (:reads_staff or d.document <> 'district')
        and (cardinality(:own_accounts) = 0 or d.document <> 'escalation')
      """
          .formatted(Scope.of("p.terms->>'building'", "p.terms->>'account'"));

  /** Returns what would be done, by its own name. */
  public Sentence getName() {
    return switch (kind) {
      case "delete-comment" ->
          title.isBlank()
              ? Sentence.of("Delete a comment")
              : Sentence.of("Delete a comment by {1}", title);
      case "reply" -> Sentence.of("Reply to {1}", title);
      case "block-author" -> Sentence.of("Block {1}", title);
      case "dispose-records" -> Sentence.of("Dispose of records from before {1}", title);
      case "lift-hold" -> Sentence.of("Lift the hold: {1}", title);
      case "change-access" -> Sentence.of("Change the access of {1}", title);
      case "release-records" -> Sentence.of("Answer the request {1}", title);
      case "merge-authors" -> Sentence.of("Show two authors as one person");
      case "remove-picture" -> Sentence.of("Remove a picture of a post");
      default -> Sentence.of("Publish: {1}", title);
    };
  }

  /** Returns the page where it is shown and answered. */
  public String getLink() {
    return switch (kind) {
      case "reply" -> "/cases/" + subject;
      case "block-author" -> "/blocks#block-" + id;
      case "publish-policy" -> "/policy/drafts/" + subject;
      case "dispose-records", "lift-hold" -> "/records#proposal-" + id;
      case "change-access" -> "/people/" + subject + "#approval";
      case "release-records" -> "/requests/" + subject + "#next";
      case "merge-authors" -> "/authors/" + subject + "#merge";
      case "remove-picture" -> subject + "/removal";
      default -> "/cases/" + subject + "/deletion";
    };
  }
}
