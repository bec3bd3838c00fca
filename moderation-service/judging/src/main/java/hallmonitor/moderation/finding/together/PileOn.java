package hallmonitor.moderation.finding.together;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.PileOnReason;
import hallmonitor.moderation.finding.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Detects several people who attack one person within a short time. Each comment may be mild, but
 * together they are not.
 *
 * @param authors number of different authors that make a pile-on, at least 2
 * @param within longest time from the first of these attacks to the last
 */
public record PileOn(int authors, Duration within) {
  /** Detector name of its findings. */
  public static final String NAME = "pile-on";

  /** Lowest score at which a personal attack counts toward a pile-on. */
  public static final double MILD = 0.03;

  /** Highest score: it leads to review and never hides by itself. */
  private static final double SUREST = 0.9;

  /** Score of a comment that joins a known pile-on, so that no one is alerted again for each. */
  private static final double ADDED = 0.5;

  /**
   * An attack on a person.
   *
   * @param target name from {@link NamedTargets}
   * @param comment the platform's id
   * @param score from {@link #MILD} to 1
   * @param at when it was read, not the author's claimed time
   */
  public record Attack(
      String account, String target, String comment, String author, double score, Instant at) {}

  public PileOn {
    if (authors < 2) {
      throw new IllegalArgumentException("one author is no pile-on");
    }
  }

  /** Returns the score of the surest personal attack in a comment, or empty if none counts. */
  public static Optional<Double> attack(List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.category() == Category.BULLYING)
        .map(Finding::score)
        .max(Double::compare)
        .filter(score -> score >= MILD);
  }

  /**
   * Returns a finding if the present attack completes a pile-on or joins an existing one.
   *
   * @param present this comment's attacks, one per target
   * @param known attacks of this and other comments; those on other targets are ignored
   * @param targets places where the present comment names them
   */
  public Optional<Finding> of(
      List<Attack> present, List<Attack> known, Map<String, List<Span>> targets) {
    Optional<Finding> strongest = Optional.empty();
    for (Attack attack : present) {
      Optional<Finding> found = of(attack, known, targets.getOrDefault(attack.target(), List.of()));
      if (found.isPresent() && strongest.map(Finding::score).orElse(0.0) < found.get().score()) {
        strongest = found;
      }
    }
    return strongest;
  }

  private Optional<Finding> of(Attack present, List<Attack> known, List<Span> spans) {
    Map<String, Double> others = new HashMap<>();
    boolean again = false;
    Instant since = present.at().minus(within);
    for (Attack attack : known) {
      boolean counts =
          attack.account().equals(present.account())
              && attack.target().equals(present.target())
              && !attack.comment().equals(present.comment())
              && !attack.at().isBefore(since);
      if (counts && attack.author().equals(present.author())) {
        again = true;
      } else if (counts) {
        others.merge(attack.author(), attack.score(), Math::max);
      }
    }
    int people = others.size() + 1;
    if (people < authors) {
      return Optional.empty();
    }
    boolean completes = people == authors && !again;
    double harmless = 1 - present.score();
    for (double score : others.values()) {
      harmless *= 1 - score;
    }
    double score = Math.min(completes ? SUREST : ADDED, 1 - harmless);
    return Optional.of(
        new Finding(
            Category.BULLYING, score, NAME, spans, PileOnReason.of(within, people, completes)));
  }
}
