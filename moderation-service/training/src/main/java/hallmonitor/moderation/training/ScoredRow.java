package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.util.Objects;

/** A labeled comment and its judgment. */
record ScoredRow(Corpus.Row row, TwoStageJudge.Judgement judgement) {
  /** Unsigned comments break only the rules of classroom pages, so they are judged there. */
  static Comment asPosted(Corpus.Row row) {
    Comment comment = row.comment();
    return row.is(Category.UNSIGNED)
        ? Comment.of(
            comment.text(), comment.author(), comment.post(), comment.parent(), "classroom")
        : comment;
  }

  /** Returns whether a clause that names the category holds. */
  boolean sees(Category category) {
    return judgement.verdict().hits().stream()
        .flatMap(hit -> hit.findings().stream())
        .anyMatch(finding -> finding.category() == category);
  }

  boolean isEscalated() {
    return judgement.verdict().outcome() == PolicyOutcome.ESCALATE;
  }

  boolean isHidden() {
    return judgement.verdict().hides();
  }

  /** Returns whether it is neither hidden nor reported. */
  boolean isLeftAlone() {
    return !isHidden() && !isEscalated();
  }

  double score(Category category) {
    return Objects.requireNonNull(
        judgement.scores().get(category), "a judgement has a score for every category");
  }
}
