package hallmonitor.moderation.policy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.policy.Verdict.ClauseHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The district's written policy. Whatever no clause names is allowed.
 *
 * @param clauses in file order; of two with the same outcome and lane, the earlier decides
 * @param words words that the policy names in addition to the shipped lists; they change what
 *     detectors find
 */
public record Policy(String title, List<Clause> clauses, NamedWords words) {
  private static final Comparator<ClauseHit> STRONGEST_FIRST =
      Comparator.comparing((ClauseHit h) -> h.clause().then().outcome())
          .thenComparing(h -> h.clause().then().dangerLane())
          .reversed();

  public Policy {
    clauses = List.copyOf(clauses);
    Objects.requireNonNull(words, "words");
  }

  /** Creates a policy without words of its own. */
  public Policy(String title, List<Clause> clauses) {
    this(title, clauses, NamedWords.NONE);
  }

  /** Judges findings of an author about whom nothing is known. */
  public Verdict judge(List<Finding> findings, String accountKind) {
    return judge(findings, accountKind, 0);
  }

  /**
   * Judges findings. Pure. The verdict is the strongest outcome of all clauses that hold.
   *
   * @param strikes the author's confirmed strikes on this account
   */
  public Verdict judge(List<Finding> findings, String accountKind, int strikes) {
    List<ClauseHit> hits = new ArrayList<>();
    for (Clause clause : clauses) {
      List<Finding> matching = clause.matching(findings, accountKind, strikes);
      if (!matching.isEmpty()) {
        hits.add(new ClauseHit(clause, matching));
      }
    }
    hits.sort(STRONGEST_FIRST);
    PolicyOutcome outcome =
        hits.isEmpty() ? PolicyOutcome.ALLOW : hits.get(0).clause().then().outcome();
    if (outcome == PolicyOutcome.ALLOW && aDetectorFailed(findings)) {
      outcome = PolicyOutcome.REVIEW;
    }
    return new Verdict(outcome, hits, findings, strikes);
  }

  private static boolean aDetectorFailed(List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.category() == Category.DETECTOR_FAILURE);
  }
}
