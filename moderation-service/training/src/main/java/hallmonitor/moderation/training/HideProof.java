package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.ModelDetector;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The probability at which a model may hide. The proof must come from rows that its fit has not
 * seen: each part of the rows is judged by a fit of the others.
 *
 * @param alone the probability at which it may hide by itself; empty for never
 * @param besideRule the same if a rule that is not firm found the category
 */
record HideProof(OptionalDouble alone, OptionalDouble besideRule) {
  /** Proves nothing. */
  static final HideProof NONE = new HideProof(OptionalDouble.empty(), OptionalDouble.empty());

  private static final int FOLDS = 5;

  /** A rule with at least this score is firm. */
  private static final double FIRM = 0.8;

  /**
   * The categories that a model may hide: danger, attacks on an identity, sexual material, private
   * facts and advertising. Never personal attacks, which are too close to criticism, and not
   * profanity, because the policy names the words.
   */
  private static final Set<Category> MAY_HIDE =
      EnumSet.of(
          Category.THREAT,
          Category.SELF_HARM,
          Category.ABUSE_DISCLOSURE,
          Category.HATE,
          Category.SEXUAL,
          Category.CONFIDENTIAL,
          Category.SPAM);

  /** Measures what the models have proven together. */
  static HideProof of(StackTrainingSet lesson) {
    if (!MAY_HIDE.contains(lesson.category())) {
      return NONE;
    }
    double[] sums = unseen(lesson);
    double[] weights = lesson.liveWeights();
    boolean[] foreign = new boolean[sums.length];
    for (int i = 0; i < sums.length; i++) {
      Corpus.Row row = lesson.rows().get(i).row();
      boolean isHarm = !row.labels().isEmpty();
      foreign[i] = !row.isOwn() && !isHarm;
      if (!row.isOwn() || (isHarm && !lesson.applies()[i])) {
        weights[i] = 0; // not from a school's page, or hidden for another reason
      }
    }
    double quiet = LivePage.seldom(sums, foreign);
    int[] spoken =
        IntStream.range(0, sums.length)
            .filter(i -> isSpokenOf(lesson.category(), lesson.rows().get(i)))
            .toArray();
    return new HideProof(
        probability(LivePage.proven(sums, lesson.applies(), weights), quiet),
        probability(
            LivePage.proven(sums, lesson.applies(), weights, spoken), Double.NEGATIVE_INFINITY));
  }

  /** Returns the log-odds of each row by a fit that has not seen it. */
  private static double[] unseen(StackTrainingSet lesson) {
    double[] sums = new double[lesson.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      double[] fit =
          lesson
              .only(
                  IntStream.range(0, sums.length)
                      .filter(i -> fold(lesson.rows().get(i)) != left)
                      .toArray())
              .fit();
      IntStream.range(0, sums.length)
          .filter(i -> fold(lesson.rows().get(i)) == left)
          .forEach(i -> sums[i] = LogisticFit.logOdds(fit, lesson.inputs()[i]));
    }
    return sums;
  }

  /** Rows of one group resemble each other, so they are in one fold. */
  private static int fold(RowOpinion opinion) {
    return Math.floorMod(opinion.row().group().hashCode(), FOLDS);
  }

  /**
   * Returns whether a rule found the category without being firm; then a lower model score may
   * hide.
   */
  private static boolean isSpokenOf(Category category, RowOpinion opinion) {
    return opinion.rule(category) < FIRM && ModelDetector.isWitnessed(category, opinion.rules());
  }

  private static OptionalDouble probability(OptionalDouble logOdds, double least) {
    return logOdds.isPresent()
        ? OptionalDouble.of(LivePage.probability(Math.max(logOdds.getAsDouble(), least)))
        : logOdds;
  }
}
