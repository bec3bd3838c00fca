package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.orders.ReplyDraft;
import java.util.List;

/**
 * A reply as its writer sees it before it goes out.
 *
 * @param title of its template; empty for a person's own words
 * @param template its id; empty for a person's own words
 * @param objections the policy's clauses that hold for the text, as for any comment; none for a
 *     template, which the district wrote
 * @param doubtful whether the policy would put such a comment before a person, for a clause or
 *     because a detector failed
 * @param refused whether it never goes out: the policy would hide such a comment, or it names a
 *     student on the media-release list
 * @param second whether another person must approve it
 */
public record ReplyPreview(
    ObjectionSubject subject,
    String title,
    String template,
    String language,
    String text,
    List<Clause> objections,
    boolean doubtful,
    boolean refused,
    boolean second) {
  public ReplyPreview {
    objections = List.copyOf(objections);
  }

  public boolean isWritten() {
    return !text.isEmpty();
  }

  List<String> objectionIds() {
    return objections.stream().map(Clause::id).toList();
  }

  ReplyDraft draft(String by) {
    return new ReplyDraft(subject.caseId(), template, language, text, objectionIds(), by);
  }
}
