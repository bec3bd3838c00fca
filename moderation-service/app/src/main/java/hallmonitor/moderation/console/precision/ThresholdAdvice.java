package hallmonitor.moderation.console.precision;

import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.statistics.Proportion;
import hallmonitor.moderation.wording.Sentence;

/**
 * Whether a clause's threshold should move, from what people decided in the last weeks. Pure.
 *
 * <p>It gives advice only with at least {@value #FEWEST} decisions, with more decided cases than
 * undecided ones, since people may decide the clear ones first, and with at least two people who
 * decided, so that one person's habit moves no threshold. The whole 95 % interval must lie beyond
 * the bound of the clause's {@link ClauseEffect}. A threshold is only called too high if people
 * also found what it missed.
 */
record ThresholdAdvice(Move move, Sentence sentence) {
  /** Fewer decisions say nothing. */
  static final int FEWEST = 20;

  /** Fewer confirmed cases that the clause missed may be chance. */
  static final int FEWEST_MISSED = 3;

  private static final int FEWEST_PEOPLE = 2;

  enum Move {
    RAISE,
    LOWER,
    STAY,
    /** One person decided everything. */
    ONE_PERSON,
    /** Nothing can be said, and nothing is shown. */
    TOO_FEW
  }

  /**
   * A clause's decisions.
   *
   * @param cases decided or not, at least {@code confirmed.whole()}
   * @param confirmed those confirmed, of those decided
   * @param people who decided them
   * @param missed confirmed cases of its categories that weaker clauses or the check of allowed
   *     comments found
   */
  record Evidence(
      ClauseEffect effect, long cases, Proportion confirmed, long people, long missed) {}

  static ThresholdAdvice of(Evidence on) {
    Proportion confirmed = on.confirmed();
    boolean mostWait = 2 * confirmed.whole() < on.cases();
    if (confirmed.whole() < FEWEST || mostWait) {
      return new ThresholdAdvice(Move.TOO_FEW, Sentence.NONE);
    }
    Move move = move(on);
    if (move != Move.STAY && on.people() < FEWEST_PEOPLE) {
      return new ThresholdAdvice(
          Move.ONE_PERSON,
          Sentence.of(
              "One person decided all of the last 4 weeks and confirmed {1} of {2} {3} ({4} to {5}). Ask a second person before you change the rule.",
              values(on)));
    }
    return new ThresholdAdvice(move, sentence(move, on));
  }

  private static Move move(Evidence on) {
    if (on.confirmed().high() < on.effect().raiseBelow()) {
      return Move.RAISE;
    }
    boolean sure = on.confirmed().low() > on.effect().lowerAbove();
    return sure && on.missed() >= FEWEST_MISSED ? Move.LOWER : Move.STAY;
  }

  private static Sentence sentence(Move move, Evidence on) {
    if (move == Move.RAISE) {
      return Sentence.of(
          "Catch less: only {1} of {2} {3} were confirmed in the last 4 weeks ({4} to {5}).",
          values(on));
    }
    Sentence shares =
        Sentence.of("{1} of {2} {3} were confirmed in the last 4 weeks ({4} to {5}).", values(on));
    return move == Move.LOWER
        ? Sentence.of(
            "It could catch more: {1} It missed {2} confirmed cases that only people found.",
            shares, on.missed())
        : Sentence.of("Fine as it is: {1}", shares);
  }

  private static Object[] values(Evidence on) {
    Proportion confirmed = on.confirmed();
    return new Object[] {
      confirmed.part(),
      confirmed.whole(),
      on.effect().cases(),
      DisplayLabels.percent(confirmed.low()),
      DisplayLabels.percent(confirmed.high())
    };
  }
}
