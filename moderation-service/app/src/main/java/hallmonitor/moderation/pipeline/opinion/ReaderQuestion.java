package hallmonitor.moderation.pipeline.opinion;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.DoubtfulFinding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One doubtful comment, with everything that the policy reader sees. That does not include its
 * author.
 *
 * @param subject the revision that is asked about
 * @param related the policy's other clauses on the same category, in file order
 * @param text at most {@link #LONGEST} characters
 * @param post title and text of the post; may be empty
 * @param parent the comment that it answers
 */
public record ReaderQuestion(
    Subject subject,
    DoubtfulFinding doubt,
    String policyTitle,
    List<Clause> related,
    String text,
    String post,
    Optional<String> parent) {
  /** A longer comment is not asked about, since a part of it may mean something else. */
  public static final int LONGEST = 4_000;

  /** The most dangerous first, then those that would alarm or hide without an answer. */
  static final Comparator<ReaderQuestion> DANGER_FIRST =
      Comparator.<ReaderQuestion, Urgency>comparing(q -> q.doubt().clause().then().urgency())
          .thenComparing(q -> !q.doubt().alarmed());

  /** A revision of a comment. */
  public record Subject(CommentKey comment, String revision) {
    @Override
    public String toString() {
      return comment.account() + "/" + comment.id() + " " + revision;
    }
  }

  public ReaderQuestion {
    related = List.copyOf(related);
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("a comment this long is not asked about");
    }
  }
}
