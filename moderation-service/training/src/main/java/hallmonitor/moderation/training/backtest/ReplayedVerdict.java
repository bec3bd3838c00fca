package hallmonitor.moderation.training.backtest;

import hallmonitor.moderation.policy.Verdict;
import java.util.Locale;

/** What becomes of a comment: the outcome, and for an escalation whether it is hidden as well. */
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

  /** Such as {@code escalate and hide}. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  boolean hides() {
    return this == HIDE || this == ESCALATE_AND_HIDE;
  }
}
