package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.policy.PolicyOutcome;

/** A labelled comment and what was made of it. */
record ScoredRow(Corpus.Row row, TwoStageJudge.Judgement judgement) {
  /** Unsigned entries break the rules of classroom pages only, so there they are judged. */
  static Comment asPosted(Corpus.Row row) {
    Comment comment = row.comment();
    return row.is(Category.UNSIGNED)
        ? Comment.of(
            comment.text(), comment.author(), comment.post(), comment.parent(), "classroom")
        : comment;
  }

  /** Whether a clause that names the category holds. */
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

  /** Neither hidden nor reported to anybody. */
  boolean isLeftAlone() {
    return !isHidden() && !isEscalated();
  }

  double score(Category category) {
    return judgement.scores().get(category);
  }
}
