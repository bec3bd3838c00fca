package hallmonitor.moderation.training.decisions;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.text.language.Language;
import hallmonitor.moderation.text.language.Languages;
import hallmonitor.moderation.training.decisions.Statement.Source;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns what people said about a comment into labels. Pure.
 *
 * <p>All that stands must agree: if a moderator dismisses what a principal called a true alarm,
 * nothing is learned. Confirmed comments get the categories of the clause that the person named or
 * confirmed, and those of other findings that are as sure as a written rule, since the person saw
 * these too and a missing label counts as "does not apply". A person who chose another clause has
 * corrected the findings, so only that clause counts.
 */
final class Labeling {
  /** Lowest score of a finding that counts like a written rule; see the policy file. */
  static final double SURE = 0.92;

  /**
   * The outcome for one comment.
   *
   * @param labels empty for a harmless comment, and for one that is left out
   * @param language the corpus's folder, {@code en} or {@code es}
   */
  record Labeled(Set<Category> labels, String language, Optional<ExportExemption> leftOut) {
    Labeled {
      labels = Set.copyOf(labels);
    }

    private static Labeled without(ExportExemption why) {
      return new Labeled(Set.of(), "", Optional.of(why));
    }
  }

  private final Policy policy;
  private final Languages languages;

  /**
   * Creates a labeling.
   *
   * @param policy the current one, for the categories of its clauses
   * @param languages detects the language if the archive does not say it
   */
  Labeling(Policy policy, Languages languages) {
    this.policy = policy;
    this.languages = languages;
  }

  Labeled of(DecidedComment comment) {
    if (comment.bars().disposed()) {
      return Labeled.without(ExportExemption.DISPOSED);
    }
    if (comment.bars().held()) {
      return Labeled.without(ExportExemption.HELD);
    }
    if (comment.bars().contested()) {
      return Labeled.without(ExportExemption.CONTESTED);
    }
    List<Statement> said = comment.statements();
    if (said.stream().anyMatch(Statement::edited)) {
      return Labeled.without(ExportExemption.EDITED);
    }
    if (said.stream().map(Statement::breaks).distinct().count() > 1) {
      return Labeled.without(ExportExemption.DISAGREED);
    }
    Set<Category> labels = labels(comment);
    if (said.get(0).breaks() && labels.isEmpty()) {
      return Labeled.without(ExportExemption.NO_CATEGORY);
    }
    if (comment.text().isBlank()) {
      return Labeled.without(ExportExemption.NO_TEXT);
    }
    return switch (language(comment)) {
      case SPANISH, MIXED -> new Labeled(labels, "es", Optional.empty());
      case ENGLISH, UNKNOWN -> new Labeled(labels, "en", Optional.empty());
      case OTHER -> Labeled.without(ExportExemption.OTHER_LANGUAGE);
    };
  }

  private Language language(DecidedComment comment) {
    Language stored = Language.of(comment.language());
    return stored == Language.UNKNOWN ? languages.of(comment.text()) : stored;
  }

  private Set<Category> labels(DecidedComment comment) {
    return comment.statements().stream()
        .filter(Statement::breaks)
        .filter(said -> said.source() != Source.OVERRULED)
        .min(Comparator.comparing(Statement::source))
        .map(said -> labels(comment, said))
        .orElseGet(Set::of);
  }

  private Set<Category> labels(DecidedComment comment, Statement said) {
    Set<Category> named = named(comment, said);
    if (named.isEmpty() || said.corrected() || said.source() == Source.SAMPLE) {
      return named;
    }
    Set<Category> all = EnumSet.copyOf(named);
    comment
        .findings()
        .forEach(
            (category, score) -> {
              if (score >= SURE && holds(category, score)) {
                all.add(category);
              }
            });
    return all;
  }

  /** Returns the categories that the person's clause means; empty if that is unknown. */
  private Set<Category> named(DecidedComment comment, Statement said) {
    Set<Category> weighedMost =
        Category.of(said.category())
            .filter(Category.judged()::contains)
            .map(Set::of)
            .orElseGet(Set::of);
    Set<Category> ofClause = ofClause(said.clause());
    if (ofClause.isEmpty()) {
      return said.corrected() ? Set.of() : weighedMost;
    }
    Set<Category> found =
        ofClause.stream().filter(comment.findings()::containsKey).collect(Collectors.toSet());
    if (!found.isEmpty()) {
      return found;
    }
    if (ofClause.size() == 1) {
      return ofClause;
    }
    return ofClause.containsAll(weighedMost) ? weighedMost : Set.of();
  }

  private Set<Category> ofClause(String id) {
    return policy.clauses().stream()
        .filter(clause -> clause.id().equals(id))
        .flatMap(clause -> clause.when().stream())
        .map(Clause.Condition::category)
        .collect(Collectors.toSet());
  }

  /** A finding that no clause asks for, such as that a comment is unsigned, is not a verdict. */
  private boolean holds(Category category, double score) {
    return policy.clauses().stream()
        .flatMap(clause -> clause.when().stream())
        .anyMatch(when -> when.category() == category && score >= when.atLeast());
  }
}
