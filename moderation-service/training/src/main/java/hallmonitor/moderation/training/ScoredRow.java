package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.AuthorNames;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.util.Objects;
import java.util.Optional;

/** A labeled comment and its judgment. */
record ScoredRow(Corpus.Row row, TwoStageJudge.Judgment judgment) {
  /**
   * Returns a row's comment as written on such a platform. A row without an author does not say who
   * wrote it; it does not count as an unsigned entry.
   *
   * @param names empty to treat unsigned rows as written where anyone can type any name, and all
   *     others as written by members under handles, as on most accounts
   */
  static Comment asPosted(Corpus.Row row, Optional<AuthorNames> names) {
    Comment comment = row.comment();
    AuthorNames usual = row.is(Category.UNSIGNED) ? AuthorNames.FREE : AuthorNames.HANDLES;
    return comment.author().isBlank() ? comment : comment.where(names.orElse(usual));
  }

  /** Returns whether a clause that names the category holds. */
  boolean sees(Category category) {
    return judgment.verdict().hits().stream()
        .flatMap(hit -> hit.findings().stream())
        .anyMatch(finding -> finding.category() == category);
  }

  boolean isEscalated() {
    return judgment.verdict().outcome() == PolicyOutcome.ESCALATE;
  }

  boolean isHidden() {
    return judgment.verdict().hides();
  }

  /**
   * Returns whether someone is notified immediately, or it waits in the danger lane of the queue.
   */
  boolean isToldOrInDangerLane() {
    return isEscalated() || judgment.verdict().dangerLane();
  }

  /** Returns whether a person gets to see it at all, in any lane. */
  boolean isBeforeAPerson() {
    return judgment.verdict().outcome() != PolicyOutcome.ALLOW;
  }

  /** Returns whether it is neither hidden nor reported. */
  boolean isLeftAlone() {
    return !isHidden() && !isEscalated();
  }

  double score(Category category) {
    return Objects.requireNonNull(
        judgment.scores().get(category), "a judgment has a score for every category");
  }
}
