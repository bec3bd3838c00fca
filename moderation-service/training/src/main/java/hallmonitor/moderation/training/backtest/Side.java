package hallmonitor.moderation.training.backtest;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.Verdict;
import java.util.List;

/**
 * One of the two compared policies.
 *
 * @param file where it was read
 * @param version as the service would name it
 * @param detectors built for its words; shared by both sides if they name the same words
 */
record Side(String file, String version, Policy policy, Detectors detectors) {
  Verdict judge(List<Finding> findings, Comment comment) {
    return policy.judge(findings, comment.accountKind());
  }
}
