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
 * The district's written policy. Everything that no clause names is allowed.
 *
 * @param clauses in the order of the file; of two that lead to the same outcome the earlier one
 *     decides
 * @param words that it names beside the lists that ship; they change what detectors find
 */
public record Policy(String title, List<Clause> clauses, NamedWords words) {
  private static final Comparator<ClauseHit> STRONGEST_FIRST =
      Comparator.comparing((ClauseHit h) -> h.clause().then().outcome()).reversed();

  public Policy {
    clauses = List.copyOf(clauses);
    Objects.requireNonNull(words, "words");
  }

  /** One that names no words of its own. */
  public Policy(String title, List<Clause> clauses) {
    this(title, clauses, NamedWords.NONE);
  }

  /** The same for an author of whom nothing is known. */
  public Verdict judge(List<Finding> findings, String accountKind) {
    return judge(findings, accountKind, 0);
  }

  /**
   * Judges what was found. Pure; the strongest outcome of all clauses that hold is the verdict's.
   *
   * @param strikes the author's on this account that a person has confirmed
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
