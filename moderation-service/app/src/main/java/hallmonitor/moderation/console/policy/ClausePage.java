package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.budget.ThresholdWarning;
import hallmonitor.moderation.policy.file.WrittenClause;
import hallmonitor.moderation.policy.file.WrittenClause.Condition;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.AccountKind;
import hallmonitor.settings.district.District.Role;
import hallmonitor.settings.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One clause of a draft as a form.
 *
 * @param index from 0; one past the last for a new clause
 * @param clause as written
 * @param mistakes in the clause
 * @param figures what thresholds cost and reach
 */
public record ClausePage(
    DraftPage file,
    int index,
    WrittenClause clause,
    List<DraftMistake> mistakes,
    ThresholdFigures figures) {
  private static final Condition NONE = new Condition("", "", List.of(), "");

  public boolean isNew() {
    return index == file.getClauses().size();
  }

  /** Returns the existing conditions and an empty one. */
  public List<Condition> getConditions() {
    List<Condition> conditions = new ArrayList<>(clause.when());
    conditions.add(NONE);
    return conditions;
  }

  /** Returns what a condition would cost and reach, as it is written. */
  public List<Sentence> figuresOf(Condition condition) {
    return figures.of(condition);
  }

  /** Returns how readily a condition holds, in one word; empty for an incomplete one. */
  public Sentence how(Condition condition) {
    return Eagerness.in(condition);
  }

  /** Returns why a condition should be checked again. */
  public List<ThresholdWarning> warningsAt(int condition) {
    return file.warnings().stream()
        .filter(w -> w.clause().equals(clause.id()) && w.condition() == condition)
        .toList();
  }

  public List<String> getCategories() {
    return Category.judged().stream().map(Category::label).toList();
  }

  /** Includes unknown written values, so that saving alone changes nothing. */
  public Set<String> kindsFor(Condition condition) {
    Set<String> kinds = new LinkedHashSet<>(names(AccountKind.values()));
    if (!condition.accounts().isEmpty()) {
      kinds.add(kindsOf(condition));
    }
    return kinds;
  }

  public String kindsOf(Condition condition) {
    return String.join(", ", condition.accounts());
  }

  public Set<String> getRoles() {
    Set<String> roles = new LinkedHashSet<>(names(Role.values()));
    roles.addAll(clause.then().roles());
    return roles;
  }

  public List<String> getUrgencies() {
    return names(Urgency.values());
  }

  public List<DraftMistake> at(String field) {
    return mistakes.stream().filter(m -> m.field().equals(field)).toList();
  }

  public List<DraftMistake> atCondition(String key, int condition) {
    return at(key + "-" + condition);
  }

  /** Returns mistakes that no field shows. */
  public List<DraftMistake> getGeneral() {
    Set<String> shown =
        new LinkedHashSet<>(List.of("id", "title", "title-es", "wording", "wording-es"));
    shown.addAll(List.of("when", "then", "hide", "review", "lane", "strike", "to", "urgency"));
    for (int i = 0; i < clause.when().size(); i++) {
      for (String key : List.of("category-", "at-least-", "accounts-", "strikes-")) {
        shown.add(key + i);
      }
    }
    return mistakes.stream().filter(m -> !shown.contains(m.field())).toList();
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(YamlMapping::nameOf).toList();
  }
}
