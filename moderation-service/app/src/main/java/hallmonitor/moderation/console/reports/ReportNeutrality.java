package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.statistics.Proportion;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tests whether clauses hold more often for comments that criticize the district than for praise.
 */
final class ReportNeutrality {
  /** With fewer comments of either kind a rate means nothing. */
  static final int FEWEST = 30;

  /** The meaning of one clause's figures. */
  enum Reading {
    /** Not shown: a line is left out if nothing can be said about it. */
    TOO_FEW(Sentence.NONE),
    NO_DIFFERENCE(Sentence.of("No difference beyond chance.")),
    HARDER_ON_CRITICS(
        Sentence.of(
            "Catches critical comments more often than chance explains. Read what it caught.")),
    HARDER_ON_SUPPORTERS(
        Sentence.of("Catches supportive comments more often than chance explains."));

    private final Sentence sentence;

    Reading(Sentence sentence) {
      this.sentence = sentence;
    }

    Sentence sentence() {
      return sentence;
    }
  }

  /**
   * A line.
   *
   * @param clause its id; empty for any clause
   */
  record Line(String clause, Proportion critical, Proportion supportive) {
    Reading reading() {
      if (critical.whole() < FEWEST || supportive.whole() < FEWEST) {
        return Reading.TOO_FEW;
      }
      if (critical.isAbove(supportive)) {
        return Reading.HARDER_ON_CRITICS;
      }
      return supportive.isAbove(critical) ? Reading.HARDER_ON_SUPPORTERS : Reading.NO_DIFFERENCE;
    }
  }

  /**
   * The number of judged comments with a stance.
   *
   * @param clause that held; empty for all comments
   * @param caught those that were not simply allowed
   */
  public record StanceCount(String clause, String stance, long judged, long caught) {}

  private ReportNeutrality() {}

  /** Returns the line for anything not allowed first, then each clause that held, by number. */
  static List<Line> of(List<StanceCount> counts) {
    long critical = judged(counts, "", "critical");
    long supportive = judged(counts, "", "supportive");
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            "",
            new Proportion(caught(counts, "critical"), critical),
            new Proportion(caught(counts, "supportive"), supportive)));
    Map<String, Boolean> clauses = new TreeMap<>();
    counts.stream().filter(c -> !c.clause().isEmpty()).forEach(c -> clauses.put(c.clause(), true));
    for (String clause : clauses.keySet()) {
      lines.add(
          new Line(
              clause,
              new Proportion(judged(counts, clause, "critical"), critical),
              new Proportion(judged(counts, clause, "supportive"), supportive)));
    }
    return lines;
  }

  private static long judged(List<StanceCount> counts, String clause, String stance) {
    return counts.stream()
        .filter(c -> c.clause().equals(clause) && c.stance().equals(stance))
        .mapToLong(StanceCount::judged)
        .sum();
  }

  private static long caught(List<StanceCount> counts, String stance) {
    return counts.stream()
        .filter(c -> c.clause().isEmpty() && c.stance().equals(stance))
        .mapToLong(StanceCount::caught)
        .sum();
  }
}
