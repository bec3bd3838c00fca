package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.console.objections.HandBlockAppealQueries.SameName;
import hallmonitor.moderation.console.page.ClauseTexts;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.yaml.FileProblem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the page of appeals.
 *
 * @param sameNames the blocks to choose from, of appeals that may be about several
 * @param decided whether it shows those that were decided
 * @param open how many wait
 */
record AppealDocket(
    List<Entry> entries,
    List<SameName> sameNames,
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
  record Entry(@Nullable AppealView ordered, @Nullable HandBlockAppealView byHand, Instant at) {
    boolean isByName() {
      return byHand != null && byHand.byName();
    }
  }

  /**
   * Merges both kinds: open ones by due time, but those that anyone can send by name last; decided
   * ones newest first.
   */
  static List<Entry> merged(
      List<AppealView> ordered, List<HandBlockAppealView> byHand, boolean decided) {
    Comparator<Entry> byTime = Comparator.comparing(Entry::at);
    return Stream.concat(
            ordered.stream().map(a -> new Entry(a, null, decided ? a.decidedAt() : a.dueAt())),
            byHand.stream().map(a -> new Entry(null, a, decided ? a.decidedAt() : a.dueAt())))
        .sorted(
            decided
                ? byTime.reversed()
                : Comparator.comparing(Entry::isByName).thenComparing(byTime))
        .toList();
  }

  /** Returns how many open ones are not on the page. */
  public long getUnshown() {
    return decided ? 0 : Math.max(0, open - entries.size());
  }

  /** Returns the blocks that an appeal may be about, if there are several. */
  public List<SameName> blocksOf(UUID appealId) {
    return sameNames.stream().filter(block -> block.appealId().equals(appealId)).toList();
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
