package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.budget.ThresholdLint;
import hallmonitor.moderation.policy.budget.ThresholdWarning;
import hallmonitor.moderation.wording.Sentence;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;

/** Thresholds of the current policy that make no sense on the present scale, for templates. */
@Singleton
@Named("thresholds")
public class ThresholdWarnings {
  private final LiveRules rules;

  ThresholdWarnings(LiveRules rules) {
    this.rules = rules;
  }

  public List<ThresholdWarning> getInForce() {
    return rules.thresholdWarnings();
  }

  public Sentence getAdvice() {
    return ThresholdLint.ADVICE;
  }
}
