package hallmonitor.moderation.console.precision;

import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.wording.Sentence;

/**
 * What a clause does, as far as a wrong one costs: the more, the larger a share of its cases must
 * be confirmed.
 */
enum ClauseEffect {
  /** Hides lawful speech when wrong; its threshold is never said to be too high. */
  HIDE(.9, 1, Sentence.of("hides")),
  /** Wakes somebody. A person who is woken for nothing too often switches it off. */
  TELL(.4, .8, Sentence.of("alarms")),
  /** Asks for a look within hours; what it looks for is rare, and grave when missed. */
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
   * Returns whether a case with this outcome is the clause's own doing. A clause that hides or
   * tells only puts an old comment out of an account's history before a person.
   */
  boolean counts(String outcome) {
    return this == LANE || this == REVIEW || !outcome.equals("review");
  }

  /** Returns whether this one asks for less than the other, and so finds what that one misses. */
  boolean isWeakerThan(ClauseEffect other) {
    return compareTo(other) > 0;
  }
}
