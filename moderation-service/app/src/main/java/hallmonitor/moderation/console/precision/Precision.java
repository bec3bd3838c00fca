package hallmonitor.moderation.console.precision;

import hallmonitor.moderation.console.precision.PrecisionFigures.CaseWeek;
import hallmonitor.moderation.console.precision.PrecisionFigures.DecidedBy;
import hallmonitor.moderation.console.precision.PrecisionFigures.FoundInCheck;
import hallmonitor.moderation.console.precision.PrecisionFigures.JudgedWeek;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.statistics.Proportion;
import hallmonitor.moderation.statistics.RateChange;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What the figures say about the clauses of a policy. Pure. */
final class Precision {
  private final Policy policy;
  private final PrecisionWeeks weeks;
  private final PrecisionFigures figures;
  private final Map<String, List<CaseWeek>> byClause;

  Precision(Policy policy, PrecisionWeeks weeks, PrecisionFigures figures) {
    this.policy = policy;
    this.weeks = weeks;
    this.figures = figures;
    this.byClause = figures.weeks().stream().collect(Collectors.groupingBy(CaseWeek::clause));
  }

  /** Returns the clauses in the policy's order, then those that it no longer has. */
  List<ClausePrecision> clauses() {
    Set<String> ids = new LinkedHashSet<>();
    policy.clauses().forEach(clause -> ids.add(clause.id()));
    ids.addAll(new TreeSet<>(byClause.keySet()));
    return ids.stream().map(this::clause).toList();
  }

  private ClausePrecision clause(String id) {
    List<CaseWeek> rows = rows(id);
    Optional<Clause> clause = inPolicy(id);
    return new ClausePrecision(
        id,
        clause,
        weeks.all().stream()
            .map(
                week -> WeekRow.of(week, rows.stream().filter(r -> r.week().equals(week)).toList()))
            .toList(),
        clause.map(c -> ThresholdAdvice.of(evidence(c))));
  }

  private List<CaseWeek> rows(String id) {
    return byClause.getOrDefault(id, List.of());
  }

  private Optional<Clause> inPolicy(String id) {
    return policy.clauses().stream().filter(clause -> clause.id().equals(id)).findFirst();
  }

  private ThresholdAdvice.Evidence evidence(Clause clause) {
    ClauseEffect effect = ClauseEffect.of(clause);
    List<CaseWeek> own = recent(clause);
    long people =
        figures.people().stream()
            .filter(by -> by.clause().equals(clause.id()) && effect.counts(by.outcome()))
            .map(DecidedBy::person)
            .filter(Objects::nonNull)
            .distinct()
            .count();
    return new ThresholdAdvice.Evidence(
        effect,
        sum(own, CaseWeek::cases),
        new Proportion(sum(own, CaseWeek::confirmed), sum(own, CaseWeek::decided)),
        people,
        missed(clause, effect));
  }

  /** Returns the clause's own cases of the last 4 weeks. */
  private List<CaseWeek> recent(Clause clause) {
    ClauseEffect effect = ClauseEffect.of(clause);
    return rows(clause.id()).stream()
        .filter(row -> !row.week().isBefore(weeks.firstOfAdvice()))
        .filter(row -> effect.counts(row.outcome()))
        .toList();
  }

  private long missed(Clause clause, ClauseEffect effect) {
    Set<String> categories =
        clause.when().stream().map(when -> when.category().label()).collect(Collectors.toSet());
    long byWeaker =
        policy.clauses().stream()
            .filter(other -> ClauseEffect.of(other).isWeakerThan(effect))
            .flatMap(other -> recent(other).stream())
            .filter(row -> categories.contains(row.category()))
            .mapToLong(CaseWeek::confirmed)
            .sum();
    long byCheck =
        figures.samples().stream()
            .filter(found -> categories.contains(found.category()))
            .mapToLong(FoundInCheck::times)
            .sum();
    return byWeaker + byCheck;
  }

  private static long sum(List<CaseWeek> rows, ToLongFunction<CaseWeek> figure) {
    return rows.stream().mapToLong(figure).sum();
  }

  /**
   * Returns a sentence for each sharp change of the last whole week.
   *
   * @param name returns a clause's name by id
   */
  List<Sentence> shifts(Function<String, CharSequence> name) {
    List<Sentence> found = new ArrayList<>();
    AlarmShift.of(Sentence.of("Escalated"), change("", JudgedWeek::told)).ifPresent(found::add);
    AlarmShift.of(Sentence.of("Flagged"), change("", JudgedWeek::caught)).ifPresent(found::add);
    Set<String> ids =
        figures.volumes().stream()
            .map(JudgedWeek::clause)
            .filter(Predicate.not(String::isEmpty))
            .collect(Collectors.toCollection(TreeSet::new));
    for (String id : ids) {
      AlarmShift.of(name.apply(id), change(id, JudgedWeek::judged)).ifPresent(found::add);
    }
    return found;
  }

  private RateChange change(String clause, ToLongFunction<JudgedWeek> figure) {
    Predicate<JudgedWeek> now = week -> week.week().equals(weeks.lastWhole());
    return new RateChange(
        volume(clause, now, figure),
        volume("", now, JudgedWeek::judged),
        volume(clause, now.negate(), figure),
        volume("", now.negate(), JudgedWeek::judged));
  }

  private long volume(
      String clause, Predicate<JudgedWeek> when, ToLongFunction<JudgedWeek> figure) {
    return figures.volumes().stream()
        .filter(week -> week.clause().equals(clause))
        .filter(when)
        .mapToLong(figure)
        .sum();
  }
}
