package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.console.page.ClauseTexts;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.yaml.FileProblem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the page of appeals.
 *
 * @param decided whether it shows those that were decided
 * @param open how many wait
 */
record AppealDocket(
    List<Entry> entries,
    boolean decided,
    long open,
    List<ClauseFigure> figures,
    List<FileProblem> problems,
    String userName,
    Sentence problem,
    List<Clause> clauses) {

  /**
   * An appeal: either of what was ordered here, or of a block made by hand.
   *
   * @param at when it is due, or was decided
   */
  record Entry(@Nullable AppealView ordered, @Nullable HandBlockAppealView byHand, Instant at) {}

  /** Merges both kinds: open ones by due time, decided ones newest first. */
  static List<Entry> merged(
      List<AppealView> ordered, List<HandBlockAppealView> byHand, boolean decided) {
    Comparator<Entry> byTime = Comparator.comparing(Entry::at);
    return Stream.concat(
            ordered.stream().map(a -> new Entry(a, null, decided ? a.decidedAt() : a.dueAt())),
            byHand.stream().map(a -> new Entry(null, a, decided ? a.decidedAt() : a.dueAt())))
        .sorted(decided ? byTime.reversed() : byTime)
        .toList();
  }

  /** Returns the published wording; empty for a clause that the policy no longer has. */
  public String wording(String clause) {
    return clauses.stream()
        .filter(c -> c.id().equals(clause))
        .findFirst()
        .map(c -> ClauseTexts.title(c) + ". " + ClauseTexts.wording(c))
        .orElse("");
  }
}
