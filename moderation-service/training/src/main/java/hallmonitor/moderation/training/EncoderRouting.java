package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * From which probability of a category on a comment goes to an encoder, and what that costs.
 *
 * @param from the probability before that encoder
 * @param harmless share of the harmless comments that it reads
 */
record EncoderRouting(double from, double harmless) {
  /** A rule with at least this score sends a comment on. */
  static final double RULE = 0.3;

  /** The model that reads what the scout does not clear. */
  private static final int FIRST_ENCODER = 1;

  /**
   * Share of the rows found by the best model that the linear model may withhold from it, and the
   * same for the scout. Lower where a life may depend on it, since a look costs only milliseconds.
   */
  private static final double LOST = 0.03;

  private static final double LOST_OF_DANGER = 0.01;

  /**
   * How much surer than that the scout must be before a comment goes on to the encoders, which take
   * most of the time. On {@code dev} three times halves the ordinary comments that they read, and
   * the share of danger that is found at 1 to 4 false alarms in 1,000 falls by .03 at most.
   */
  private static final double DEARER = 3;

  private static final Set<Category> DANGER =
      EnumSet.of(
          Category.THREAT, Category.THREAT_REPORT, Category.SELF_HARM, Category.ABUSE_DISCLOSURE);

  /**
   * Lowest stacked probability at which a row counts as found: faint, but worth a person's look.
   */
  private static final double FOUND = 0.05;

  /**
   * Chooses the probability.
   *
   * @param rows whose labels tell whether the category applies
   * @param before probability of each row before that encoder
   * @param best probability after all of them
   * @param model its index, 0 for the scout
   */
  static EncoderRouting of(
      Category category, List<Corpus.Row> rows, double[] before, double[] best, int model) {
    double[] found =
        IntStream.range(0, best.length)
            .filter(i -> best[i] >= FOUND && rows.get(i).is(category) && rows.get(i).isOwn())
            .mapToDouble(i -> before[i])
            .sorted()
            .toArray();
    double lost = DANGER.contains(category) ? LOST_OF_DANGER : LOST;
    double kept = found.length == 0 ? 1 : found[(int) (found.length * lost)];
    double from = Math.min(1, model == FIRST_ENCODER ? kept * DEARER : kept);
    double[] harmless =
        IntStream.range(0, best.length)
            .filter(i -> rows.get(i).labels().isEmpty())
            .mapToDouble(i -> before[i])
            .toArray();
    return new EncoderRouting(
        from, (double) Arrays.stream(harmless).filter(p -> p >= from).count() / harmless.length);
  }
}
