package hallmonitor.moderation.policy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.finding.PolicyReading;
import hallmonitor.moderation.policy.Verdict.ClauseHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The district's written policy. What no clause names is allowed.
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

  /** Judges findings for an author without a known history. */
  public Verdict judge(List<Finding> findings, String accountKind) {
    return judge(findings, accountKind, 0);
  }

  /**
   * Judges findings. Pure. The verdict is the strongest outcome of all clauses that hold. A {@link
   * PolicyReading} among the findings satisfies no clause; it moves a doubtful verdict by one step.
   *
   * @param strikes the author's confirmed strikes on this account
   */
  public Verdict judge(List<Finding> findings, String accountKind, int strikes) {
    Optional<Finding> reading = PolicyReading.in(findings);
    return reading.isPresent()
        ? judge(findings, reading.get(), accountKind, strikes)
        : first(findings, accountKind, strikes);
  }

  /**
   * Returns what a policy reader is asked about before this verdict takes effect.
   *
   * @param first verdict of this policy, without a reading
   */
  public Optional<DoubtfulFinding> doubt(Verdict first, String accountKind, DoubtfulBand band) {
    return DoubtfulFinding.of(first, clauses, accountKind, band);
  }

  private Verdict judge(List<Finding> findings, Finding reading, String accountKind, int strikes) {
    List<Finding> others = findings.stream().filter(f -> !PolicyReading.is(f)).toList();
    Verdict first = first(others, accountKind, strikes);
    Optional<DoubtfulFinding> doubt = doubt(first, accountKind, DoubtfulBand.WIDEST);
    Optional<ClauseHit> settled = doubt.flatMap(d -> d.settledBy(reading, first));
    if (settled.isEmpty()) {
      return new Verdict(first.outcome(), first.hits(), findings, strikes);
    }
    List<ClauseHit> hits = new ArrayList<>(first.hits());
    hits.removeIf(hit -> hit.clause().equals(doubt.orElseThrow().clause()));
    hits.add(0, settled.get());
    return verdict(hits, findings, strikes);
  }

  private Verdict first(List<Finding> findings, String accountKind, int strikes) {
    if (findings.isEmpty()) { // as in most comments
      return new Verdict(PolicyOutcome.ALLOW, List.of(), findings, strikes);
    }
    List<ClauseHit> hits = new ArrayList<>();
    for (Clause clause : clauses) {
      List<Finding> matching = clause.matching(findings, accountKind, strikes);
      if (!matching.isEmpty()) {
        hits.add(new ClauseHit(clause, matching));
      }
    }
    return verdict(hits, findings, strikes);
  }

  private static Verdict verdict(List<ClauseHit> hits, List<Finding> findings, int strikes) {
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
