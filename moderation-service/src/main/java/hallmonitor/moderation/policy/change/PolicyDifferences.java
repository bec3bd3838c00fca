package hallmonitor.moderation.policy.change;

import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The differences of two policies, one sentence each, as a person says them. */
public final class PolicyDifferences {
  private final List<String> sentences = new ArrayList<>();

  private PolicyDifferences() {}

  /** Empty when both judge and say the same, whatever else stands in their files. */
  public static List<String> between(Policy before, Policy after) {
    PolicyDifferences all = new PolicyDifferences();
    all.note("The policy's title", before.title(), after.title());
    all.clauses(byId(before), byId(after));
    all.order(before, after);
    all.words(before.words(), after.words());
    return all.sentences;
  }

  private static Map<String, Clause> byId(Policy policy) {
    Map<String, Clause> clauses = new LinkedHashMap<>();
    policy.clauses().forEach(clause -> clauses.put(clause.id(), clause));
    return clauses;
  }

  private void clauses(Map<String, Clause> before, Map<String, Clause> after) {
    before.forEach(
        (id, clause) -> {
          if (!after.containsKey(id)) {
            sentences.add("Clause " + id + " (" + clause.title() + ") is removed.");
          }
        });
    after.forEach(
        (id, clause) -> {
          Clause old = before.get(id);
          if (old == null) {
            sentences.add("Clause " + id + " (" + clause.title() + ") is new.");
          } else {
            clause("Clause " + id + ": ", old, clause);
          }
        });
  }

  private void clause(String at, Clause before, Clause after) {
    note(at + "title", before.title(), after.title());
    note(at + "wording", before.wording(), after.wording());
    if (alike(before.when(), after.when())) {
      for (int i = 0; i < before.when().size(); i++) {
        condition(at, before.when().get(i), after.when().get(i));
      }
    } else {
      note(at + "holds when", conditions(before), conditions(after));
    }
    consequence(at, before.then(), after.then());
  }

  /** Whether they name the same categories in the same order, so that they compare one by one. */
  private static boolean alike(List<Condition> before, List<Condition> after) {
    return before.stream()
        .map(Condition::category)
        .toList()
        .equals(after.stream().map(Condition::category).toList());
  }

  private void condition(String at, Condition before, Condition after) {
    String what = at + before.category().label() + " ";
    note(what + "at-least", number(before.atLeast()), number(after.atLeast()));
    note(what + "accounts", kinds(before), kinds(after));
    note(what + "strikes", "" + before.strikes(), "" + after.strikes());
  }

  private void consequence(String at, Consequence before, Consequence after) {
    note(at + "outcome", code(before.outcome()), code(after.outcome()));
    note(at + "hides", yes(before.hide()), yes(after.hide()));
    note(at + "tells", list(before.roles()), list(after.roles()));
    note(at + "urgency", code(before.urgency()), code(after.urgency()));
    note(at + "counts as a strike", yes(before.strike()), yes(after.strike()));
  }

  private void order(Policy before, Policy after) {
    List<String> old = new ArrayList<>(byId(before).keySet());
    List<String> now = new ArrayList<>(byId(after).keySet());
    old.retainAll(now);
    now.retainAll(old);
    if (!old.equals(now)) {
      sentences.add("The clauses stand in another order: " + String.join(", ", now) + ".");
    }
  }

  private void words(NamedWords before, NamedWords after) {
    words("counted as profanity", before.profanity(), after.profanity());
    words("counted as possible profanity", before.doubtful(), after.doubtful());
    words("never held against anybody", before.allowed(), after.allowed());
  }

  private void words(String what, List<String> before, List<String> after) {
    for (String word : new TreeSet<>(after)) {
      if (!before.contains(word)) {
        sentences.add("The word '" + word + "' is now " + what + ".");
      }
    }
    for (String word : new TreeSet<>(before)) {
      if (!after.contains(word)) {
        sentences.add("The word '" + word + "' is no longer " + what + ".");
      }
    }
  }

  private void note(String what, String before, String after) {
    if (!Objects.equals(before, after)) {
      sentences.add(what + " " + before + " -> " + after);
    }
  }

  private static String conditions(Clause clause) {
    return String.join(
        " or ",
        clause.when().stream()
            .map(
                c ->
                    c.category().label()
                        + " at-least "
                        + number(c.atLeast())
                        + (c.accountKinds().isEmpty() ? "" : " on " + kinds(c))
                        + (c.strikes() == 0 ? "" : " with " + c.strikes() + " strikes"))
            .toList());
  }

  private static String number(double score) {
    String two = String.format(Locale.ROOT, "%.2f", score);
    return Math.abs(Double.parseDouble(two) - score) < 1e-9 ? two : Double.toString(score);
  }

  private static String kinds(Condition condition) {
    return condition.accountKinds().isEmpty()
        ? "all"
        : String.join(", ", new TreeSet<>(condition.accountKinds()));
  }

  private static String list(List<String> names) {
    return names.isEmpty() ? "nobody" : String.join(", ", names);
  }

  private static String yes(boolean flag) {
    return flag ? "yes" : "no";
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
