package hallmonitor.moderation.console.precision;

import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.wording.Sentence;

/**
 * What a clause does, ranked by the cost of a mistake: the higher it is, the larger the share of
 * its cases that must be confirmed.
 */
enum ClauseEffect {
  /** Hides lawful speech when wrong; its threshold is never said to be too high. */
  HIDE(.9, 1, Sentence.of("hides")),
  /** Wakes someone. A person who is woken for nothing too often turns it off. */
  TELL(.4, .8, Sentence.of("alarms")),
  /** Asks for a look within hours; what it looks for is rare, and serious when missed. */
  LANE(.05, .3, Sentence.of("cases of the danger lane")),
  /** Costs a moderator some seconds. */
  REVIEW(.1, .5, Sentence.of("reviews"));

  private final double raiseBelow;
  private final double lowerAbove;
  private final Sentence cases;

  ClauseEffect(double raiseBelow, double lowerAbove, Sentence cases) {
    this.raiseBelow = raiseBelow;
    this.lowerAbove = lowerAbove;
    this.cases = cases;
  }

  static ClauseEffect of(Clause clause) {
    if (clause.then().hide()) {
      return HIDE;
    }
    if (clause.then().outcome() == PolicyOutcome.ESCALATE) {
      return TELL;
    }
    return clause.then().dangerLane() ? LANE : REVIEW;
  }

  /** Returns the confirmed share, from 0 to 1, below which the threshold is too low. */
  double raiseBelow() {
    return raiseBelow;
  }

  /** Returns the confirmed share, from 0 to 1, above which the threshold may be too high. */
  double lowerAbove() {
    return lowerAbove;
  }

  /** Returns the word for its cases, in the plural. */
  Sentence cases() {
    return cases;
  }

  /**
   * Returns whether a case with this outcome is the clause's own doing. For an old comment from an
   * account's history, a clause that hides or notifies only asks for a person's review.
   */
  boolean counts(String outcome) {
    return this == LANE || this == REVIEW || !outcome.equals("review");
  }

  /** Returns whether this one asks for less than the other, and so finds what that one misses. */
  boolean isWeakerThan(ClauseEffect other) {
    return compareTo(other) > 0;
  }
}
