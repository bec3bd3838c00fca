package hallmonitor.moderation.pipeline;

import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import hallmonitor.moderation.pipeline.opinion.ThirdOpinion;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.pipeline.rules.RuleSource;
import hallmonitor.moderation.pipeline.steps.BatchTraces;
import hallmonitor.moderation.pipeline.steps.CaseUpdates;
import hallmonitor.moderation.pipeline.steps.CommentVerdict;
import hallmonitor.moderation.pipeline.steps.DetectionPool;
import hallmonitor.moderation.pipeline.steps.DoubtfulComments;
import hallmonitor.moderation.pipeline.steps.WhichLook;
import hallmonitor.moderation.store.cases.CaseWrite;
import hallmonitor.moderation.store.cases.CaseWriter;
import hallmonitor.moderation.store.evidence.Captures;
import hallmonitor.moderation.text.language.Languages;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What both looks at a comment work with.
 *
 * @param thirdOpinion asked about doubtful comments
 * @param context how far to look beyond a comment, and how long
 * @param committed called after a commit that may have to be published
 */
public record LookParts(
    Jdbi database,
    RuleSource rulesInForce,
    ThirdOpinion thirdOpinion,
    Languages languages,
    CaseSettings settings,
    ContextSettings context,
    Clock clock,
    Runnable committed,
    PipelineMetrics metrics) {

  DetectionPool detection(int threads) {
    return new DetectionPool(threads, context.patience(), metrics::hanging);
  }

  DoubtfulComments doubtful(RuleSnapshot rules, Instant now) {
    return new DoubtfulComments(thirdOpinion.asksAbout(), now.minus(settings.longPast()), rules);
  }

  /** Writes what the verdicts do to the cases: what opens, what is ordered, who is notified. */
  void writeCases(
      Handle transaction,
      WhichLook look,
      List<CommentVerdict> verdicts,
      List<Case> before,
      RuleSnapshot rules,
      BatchTraces traces,
      Instant now)
      throws SQLException {
    List<CaseWrite> writes =
        CaseUpdates.decide(look, verdicts, before, rules, settings.longPast(), traces, now);
    // The evidence of the few that are escalated.
    List<CaseWrite> captured =
        new Captures(transaction.getConnection()).fill(writes, look == WhichLook.AHEAD, now);
    // With their orders and escalations. The hide of an escalated comment is held until its
    // evidence is sealed.
    new CaseWriter(transaction, settings.sealWait()).write(captured, now);
  }
}
