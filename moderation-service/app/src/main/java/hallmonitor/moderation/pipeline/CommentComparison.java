package hallmonitor.moderation.pipeline;

import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.pipeline.steps.CommentFindings;
import hallmonitor.moderation.pipeline.steps.CommentVerdict;
import hallmonitor.moderation.pipeline.steps.CrossCommentAnalysis;
import hallmonitor.moderation.store.archive.AuthorAndTargetHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Findings that need other comments: pile-ons on one person, the authors' history. */
final class CommentComparison {
  private final AuthorAndTargetHistory history;
  private final CrossCommentAnalysis analysis;

  /**
   * Prepares a comparison.
   *
   * @param connection in a transaction
   * @param alone what was found in each comment alone
   */
  CommentComparison(
      Connection connection,
      List<CommentFindings> alone,
      RuleSnapshot rules,
      ContextSettings context) {
    this.history = new AuthorAndTargetHistory(connection);
    this.analysis = CrossCommentAnalysis.of(alone, rules, context.pileOn());
  }

  List<CommentFindings> findings() throws SQLException {
    List<CommentFindings> together =
        analysis.withPileOns(history.attacksLike(analysis.attacks(), analysis.since()));
    return CrossCommentAnalysis.withStrikes(
        together, history.confirmedStrikes(CrossCommentAnalysis.authors(together)));
  }

  /** Stores the attacks of those that are judged, for later comparisons. */
  void keep(List<CommentVerdict> verdicts) throws SQLException {
    history.addAttacks(analysis.attacksOf(verdicts));
  }
}
