package hallmonitor.moderation.training.backtest;

import hallmonitor.moderation.policy.Verdict;
import java.util.Locale;

/**
 * The result for a comment: the outcome, and for an escalation whether the comment is also hidden.
 */
enum ReplayedVerdict {
  ALLOW,
  REVIEW,
  HIDE,
  ESCALATE,
  ESCALATE_AND_HIDE;

  static ReplayedVerdict of(Verdict verdict) {
    switch (verdict.outcome()) {
      case ALLOW:
        return ALLOW;
      case REVIEW:
        return REVIEW;
      case HIDE:
        return HIDE;
      default:
        return verdict.hides() ? ESCALATE_AND_HIDE : ESCALATE;
    }
  }

  /** Returns words such as {@code escalate and hide}. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  boolean hides() {
    return this == HIDE || this == ESCALATE_AND_HIDE;
  }
}
