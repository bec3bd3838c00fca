package hallmonitor.moderation.policy.change;

import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Describes the differences of two policies, one sentence each. */
public final class PolicyDifferences {
  private final List<Sentence> sentences = new ArrayList<>();

  private PolicyDifferences() {}

  /** Returns the differences; empty if both judge and say the same, even if their files differ. */
  public static List<Sentence> between(Policy before, Policy after) {
    PolicyDifferences all = new PolicyDifferences();
    all.note(Sentence.of("The policy's title"), before.title(), after.title());
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
            sentences.add(Sentence.of("Clause {1} ({2}) is removed.", id, clause.title()));
          }
        });
    after.forEach(
        (id, clause) -> {
          Clause old = before.get(id);
          if (old == null) {
            sentences.add(Sentence.of("Clause {1} ({2}) is new.", id, clause.title()));
          } else {
            clause(id, old, clause);
          }
        });
  }

  private void clause(String id, Clause before, Clause after) {
    note(Sentence.of("Clause {1}: title", id), before.title(), after.title());
    note(Sentence.of("Clause {1}: wording", id), before.wording(), after.wording());
    if (alike(before.when(), after.when())) {
      for (int i = 0; i < before.when().size(); i++) {
        condition(id, before.when().get(i), after.when().get(i));
      }
    } else {
      note(Sentence.of("Clause {1}: holds when", id), conditions(before), conditions(after));
    }
    consequence(id, before.then(), after.then());
  }

  /**
   * Returns whether both name the same categories in the same order, so that they can be compared
   * one by one.
   */
  private static boolean alike(List<Condition> before, List<Condition> after) {
    return before.stream()
        .map(Condition::category)
        .toList()
        .equals(after.stream().map(Condition::category).toList());
  }

  private void condition(String id, Condition before, Condition after) {
    String found = before.category().label();
    note(
        Sentence.of("Clause {1}: {2} at-least", id, found),
        number(before.atLeast()),
        number(after.atLeast()));
    note(Sentence.of("Clause {1}: {2} accounts", id, found), kinds(before), kinds(after));
    note(
        Sentence.of("Clause {1}: {2} strikes", id, found),
        "" + before.strikes(),
        "" + after.strikes());
  }

  private void consequence(String id, Consequence before, Consequence after) {
    note(Sentence.of("Clause {1}: outcome", id), code(before.outcome()), code(after.outcome()));
    note(Sentence.of("Clause {1}: hides", id), yes(before.hide()), yes(after.hide()));
    note(Sentence.of("Clause {1}: tells", id), list(before.roles()), list(after.roles()));
    note(Sentence.of("Clause {1}: lane", id), lane(before), lane(after));
    note(Sentence.of("Clause {1}: urgency", id), urgency(before), urgency(after));
    note(
        Sentence.of("Clause {1}: counts as a strike", id),
        yes(before.strike()),
        yes(after.strike()));
  }

  private static CharSequence lane(Consequence then) {
    return then.dangerLane() ? Sentence.of("danger") : Sentence.of("none");
  }

  /** Returns how soon people must act; of the danger lane, that is told by the lane. */
  private static String urgency(Consequence then) {
    return code(then.dangerLane() ? Urgency.DIGEST : then.urgency());
  }

  private void order(Policy before, Policy after) {
    List<String> old = new ArrayList<>(byId(before).keySet());
    List<String> now = new ArrayList<>(byId(after).keySet());
    old.retainAll(now);
    now.retainAll(old);
    if (!old.equals(now)) {
      sentences.add(
          Sentence.of("The clauses stand in another order: {1}.", String.join(", ", now)));
    }
  }

  private void words(NamedWords before, NamedWords after) {
    words(Sentence.of("counted as profanity"), before.profanity(), after.profanity());
    words(Sentence.of("counted as possible profanity"), before.doubtful(), after.doubtful());
    words(Sentence.of("never held against anybody"), before.allowed(), after.allowed());
  }

  private void words(Sentence what, List<String> before, List<String> after) {
    for (String word : new TreeSet<>(after)) {
      if (!before.contains(word)) {
        sentences.add(Sentence.of("The word '{1}' is now {2}.", word, what));
      }
    }
    for (String word : new TreeSet<>(before)) {
      if (!after.contains(word)) {
        sentences.add(Sentence.of("The word '{1}' is no longer {2}.", word, what));
      }
    }
  }

  private void note(Sentence what, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      sentences.add(Sentence.of("{1} {2} -> {3}", what, before, after));
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

  private static CharSequence list(List<String> names) {
    return names.isEmpty() ? Sentence.of("nobody") : String.join(", ", names);
  }

  private static Sentence yes(boolean flag) {
    return flag ? Sentence.of("yes") : Sentence.of("no");
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
