package hallmonitor.moderation.training;

import hallmonitor.moderation.statistics.Proportion;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;

/** Quality measures. Scores are from 0 to 1, higher for more likely. */
public final class Measures {
  private Measures() {}

  /**
   * Returns the probability that a row of the category scores higher than one of another; ties
   * count half. NaN if either kind is missing.
   */
  static double areaUnderCurve(double[] scores, boolean[] applies) {
    int[] order = descending(scores);
    double above = 0;
    double pairs = 0;
    long negatives = 0;
    for (int i = order.length - 1; i >= 0; ) {
      int from = i;
      long yes = 0;
      long no = 0;
      for (; i >= 0 && scores[order[i]] == scores[order[from]]; i--) {
        yes += applies[order[i]] ? 1 : 0;
        no += applies[order[i]] ? 0 : 1;
      }
      above += yes * (negatives + no / 2.0);
      negatives += no;
      pairs += yes;
    }
    return above / (pairs * negatives);
  }

  /**
   * Returns the share of positive rows that score above the highest {@code rate} of negative ones.
   */
  static double recallAtFalseAlarms(double[] scores, boolean[] applies, double rate) {
    int[] order = descending(scores);
    long no = IntStream.range(0, applies.length).filter(i -> !applies[i]).count();
    long yes = applies.length - no;
    double allowed = Math.floor(rate * no);
    long alarms = 0;
    long found = 0;
    for (int i = 0; i < order.length; ) {
      int from = i;
      long more = 0;
      long hits = 0;
      for (; i < order.length && scores[order[i]] == scores[order[from]]; i++) {
        more += applies[order[i]] ? 0 : 1;
        hits += applies[order[i]] ? 1 : 0;
      }
      if (alarms + more > allowed) {
        break;
      }
      alarms += more;
      found += hits;
    }
    return (double) found / yes;
  }

  /** Returns the mean of the precisions at each positive row, in score order. */
  static double averagePrecision(double[] scores, boolean[] applies) {
    double sum = 0;
    long found = 0;
    int[] order = descending(scores);
    for (int i = 0; i < order.length; i++) {
      if (applies[order[i]]) {
        found++;
        sum += (double) found / (i + 1);
      }
    }
    return sum / found;
  }

  /** Formats a share with its 95 % interval (Wilson 1927), such as {@code .83 (.78-.87)}. */
  public static String share(long part, long whole) {
    if (whole == 0) {
      return "-";
    }
    Proportion of = new Proportion(part, whole);
    return short2(of.rate()) + " (" + short2(of.low()) + "-" + short2(of.high()) + ")";
  }

  /**
   * Tests whether one share is higher than another by more than chance. Returns the probability of
   * a difference at least this large if both groups were treated alike (one-sided Fisher's exact
   * test; Fisher 1922). Valid for small numbers too.
   *
   * @return from 0 to 1; 1 if a group is empty
   */
  public static double chanceOfExcess(long part, long whole, long otherPart, long otherWhole) {
    long parts = part + otherPart;
    long all = whole + otherWhole;
    double[] logFactorial = new double[(int) all + 1];
    for (int i = 2; i <= all; i++) {
      logFactorial[i] = logFactorial[i - 1] + Math.log(i);
    }
    double ways = choose(logFactorial, all, parts);
    double sum = 0;
    for (long k = part; k <= Math.min(whole, parts); k++) {
      if (parts - k <= otherWhole) {
        sum +=
            Math.exp(
                choose(logFactorial, whole, k)
                    + choose(logFactorial, otherWhole, parts - k)
                    - ways);
      }
    }
    return Math.min(1, sum);
  }

  private static double choose(double[] logFactorial, long from, long k) {
    return logFactorial[(int) from] - logFactorial[(int) k] - logFactorial[(int) (from - k)];
  }

  private static String short2(double share) {
    return String.format(Locale.ROOT, "%.2f", share);
  }

  private static int[] descending(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -scores[i]))
        .mapToInt(i -> i)
        .toArray();
  }
}
