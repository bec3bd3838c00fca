package hallmonitor.moderation.drafting;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Applies a policy to past findings. Findings are computed once, and judging them takes
 * microseconds. Only the words that a policy names change findings: if they differ, the word lists
 * read the text again. The combination of the statistical model and a listed word is then skipped
 * for profanity, since the word alone is surer.
 */
final class PolicyReplay {
  private final Policy policy;
  private final Optional<Detector> words;

  private PolicyReplay(Policy policy, Optional<Detector> words) {
    this.policy = policy;
    this.words = words;
  }

  /** Returns the replay of a policy on the old findings. */
  static PolicyReplay as(Policy policy) {
    return new PolicyReplay(policy, Optional.empty());
  }

  /** Returns the replay that also applies the policy's own words. */
  static PolicyReplay withItsWords(Policy policy, LiveRules rules) {
    return new PolicyReplay(
        policy, Optional.of(StandardDetectors.words(rules.names(), policy.words())));
  }

  Verdict judge(PastRevision past, String accountKind, int strikes) {
    return policy.judge(findings(past, accountKind), accountKind, strikes);
  }

  private List<Finding> findings(PastRevision past, String accountKind) {
    if (words.isEmpty()) {
      return past.found();
    }
    Detector detector = words.get();
    List<Finding> findings = new ArrayList<>(detector.detect(past.comment(accountKind)));
    for (Finding finding : past.found()) {
      boolean ofWords = finding.detector().equals(detector.name());
      boolean together =
          finding.category() == Category.PROFANITY && finding.detector().contains(" and ");
      if (!ofWords && !together) {
        findings.add(finding);
      }
    }
    return findings;
  }
}
