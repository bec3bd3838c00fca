package hallmonitor.moderation.training.backtest;

import hallmonitor.moderation.finding.stance.Stance;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The counts of a backtest. Their size depends on the policies and not on the archive. */
final class Tally {
  /** A count by stance. */
  static final class Count {
    private final Map<Stance, Long> byStance = new EnumMap<>(Stance.class);

    private void add(Stance stance) {
      byStance.merge(stance, 1L, Long::sum);
    }

    long of(Stance stance) {
      return byStance.getOrDefault(stance, 0L);
    }

    long all() {
      return byStance.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** A clause of either policy, or of both under one number. */
  static final class ClauseCount {
    private final String id;
    private final Optional<Clause> before;
    private final Optional<Clause> after;
    final Count inForce = new Count();
    final Count draft = new Count();
    final ChangedExamples onCritics;

    private ClauseCount(String id, Optional<Clause> before, Optional<Clause> after, int examples) {
      this.id = id;
      this.before = before;
      this.after = after;
      this.onCritics = new ChangedExamples(examples);
    }

    String id() {
      return id;
    }

    /** Returns the draft's title, or the old title if the draft no longer has the clause. */
    String title() {
      return after.or(() -> before).orElseThrow().title();
    }

    /**
     * Returns how the draft differs here: {@code new}, {@code gone}, {@code changed} or nothing.
     */
    String note() {
      return before.isEmpty()
          ? "new"
          : after.isEmpty() ? "gone" : before.equals(after) ? "" : "changed";
    }
  }

  /** A change from one answer to another. */
  record Transition(ReplayedVerdict from, ReplayedVerdict to) {}

  final Count comments = new Count();
  final Count hiddenInForce = new Count();
  final Count hiddenByDraft = new Count();
  final Map<ReplayedVerdict, Long> inForce = new EnumMap<>(ReplayedVerdict.class);
  final Map<ReplayedVerdict, Long> draft = new EnumMap<>(ReplayedVerdict.class);
  private final Map<String, ClauseCount> clauses = new LinkedHashMap<>();
  private final Map<Transition, ChangedExamples> transitions = new java.util.HashMap<>();
  private final int examples;

  /**
   * Creates empty counts.
   *
   * @param examples number kept of each kind of change
   */
  Tally(Side inForce, Side draft, int examples) {
    this.examples = examples;
    for (Side side : List.of(draft, inForce)) {
      for (Clause clause : side.policy().clauses()) {
        clauses.computeIfAbsent(
            clause.id(), id -> new ClauseCount(id, find(inForce, id), find(draft, id), examples));
      }
    }
  }

  private static Optional<Clause> find(Side side, String id) {
    return side.policy().clauses().stream().filter(c -> c.id().equals(id)).findFirst();
  }

  void add(Change change) {
    comments.add(change.stance());
    ReplayedVerdict from = change.answerBefore();
    ReplayedVerdict to = change.answerAfter();
    inForce.merge(from, 1L, Long::sum);
    draft.merge(to, 1L, Long::sum);
    if (from.hides()) {
      hiddenInForce.add(change.stance());
    }
    if (to.hides()) {
      hiddenByDraft.add(change.stance());
    }
    if (from != to) {
      transitions
          .computeIfAbsent(new Transition(from, to), t -> new ChangedExamples(examples))
          .add(change);
    }
    for (Verdict.ClauseHit hit : change.before().hits()) {
      count(hit).inForce.add(change.stance());
    }
    for (Verdict.ClauseHit hit : change.after().hits()) {
      ClauseCount count = count(hit);
      count.draft.add(change.stance());
      if (change.stance() == Stance.CRITICAL) {
        count.onCritics.add(change);
      }
    }
  }

  private ClauseCount count(Verdict.ClauseHit hit) {
    return Objects.requireNonNull(
        clauses.get(hit.clause().id()), "a verdict names clauses of its own policy only");
  }

  /** Returns the clauses in the draft's order, then those that only the current policy has. */
  Collection<ClauseCount> clauses() {
    return clauses.values();
  }

  /** Returns the kinds of change that occurred, those that hide more first. */
  List<Map.Entry<Transition, ChangedExamples>> transitions() {
    List<Map.Entry<Transition, ChangedExamples>> all = new ArrayList<>(transitions.entrySet());
    all.sort(
        java.util.Comparator.comparing(
                (Map.Entry<Transition, ChangedExamples> e) -> !newlyHidden(e.getKey()))
            .thenComparing(e -> e.getKey().from())
            .thenComparing(e -> e.getKey().to()));
    return all;
  }

  private static boolean newlyHidden(Transition transition) {
    return transition.to().hides() && !transition.from().hides();
  }

  /** Returns the number of comments with a changed answer. */
  long changed() {
    return transitions.values().stream().mapToLong(ChangedExamples::count).sum();
  }
}
