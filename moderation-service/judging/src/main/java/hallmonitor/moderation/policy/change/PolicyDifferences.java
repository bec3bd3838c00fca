package hallmonitor.moderation.policy.change;

import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Describes the differences of two policies, one sentence each, for people who read no files. */
public final class PolicyDifferences {
  private final PolicyWords words;
  private final List<Sentence> sentences = new ArrayList<>();

  private PolicyDifferences(PolicyWords words) {
    this.words = words;
  }

  /** Returns the differences; empty if both judge and say the same, even if their files differ. */
  public static List<Sentence> between(Policy before, Policy after, PolicyWords words) {
    PolicyDifferences all = new PolicyDifferences(words);
    if (!before.title().equals(after.title())) {
      all.sentences.add(
          Sentence.of("The title is now “{1}” instead of “{2}”.", after.title(), before.title()));
    }
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
            sentences.addAll(ClauseDifferences.between(old, clause, words));
          }
        });
  }

  private void order(Policy before, Policy after) {
    List<String> old = new ArrayList<>(byId(before).keySet());
    List<String> now = new ArrayList<>(byId(after).keySet());
    old.retainAll(now);
    now.retainAll(old);
    if (!old.equals(now)) {
      sentences.add(Sentence.of("The clauses are in a new order: {1}.", String.join(", ", now)));
    }
  }

  private void words(NamedWords before, NamedWords after) {
    words(Sentence.of("counted as profanity"), before.profanity(), after.profanity());
    words(Sentence.of("counted as possible profanity"), before.doubtful(), after.doubtful());
    words(Sentence.of("ignored by the word lists"), before.allowed(), after.allowed());
  }

  private void words(Sentence what, List<String> before, List<String> after) {
    for (String word : new TreeSet<>(after)) {
      if (!before.contains(word)) {
        sentences.add(Sentence.of("The word “{1}” is now {2}.", word, what));
      }
    }
    for (String word : new TreeSet<>(before)) {
      if (!after.contains(word)) {
        sentences.add(Sentence.of("The word “{1}” is no longer {2}.", word, what));
      }
    }
  }
}
