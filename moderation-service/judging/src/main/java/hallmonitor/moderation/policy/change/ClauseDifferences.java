package hallmonitor.moderation.policy.change;

import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Describes the differences of two versions of one clause, one sentence each. */
final class ClauseDifferences {
  private final String id;
  private final PolicyWords words;
  private final List<Sentence> sentences = new ArrayList<>();

  private ClauseDifferences(String id, PolicyWords words) {
    this.id = id;
    this.words = words;
  }

  static List<Sentence> between(Clause before, Clause after, PolicyWords words) {
    ClauseDifferences all = new ClauseDifferences(after.id(), words);
    all.texts(before, after);
    all.conditions(before, after);
    all.consequence(before.then(), after.then());
    return all.sentences;
  }

  private void texts(Clause before, Clause after) {
    if (!before.title().equals(after.title())) {
      say(
          Sentence.of(
              "Clause {1} is now titled “{2}” instead of “{3}”.",
              id, after.title(), before.title()));
    }
    if (!before.spanishTitle().equals(after.spanishTitle())) {
      say(
          after
              .spanishTitle()
              .map(title -> Sentence.of("Clause {1} is now titled “{2}” in Spanish.", id, title))
              .orElseGet(() -> Sentence.of("Clause {1} has no title in Spanish anymore.", id)));
    }
    if (!before.wording().equals(after.wording())) {
      say(Sentence.of("Clause {1} now reads: “{2}”", id, after.wording()));
    }
    if (!before.spanishWording().equals(after.spanishWording())) {
      say(
          after
              .spanishWording()
              .map(wording -> Sentence.of("Clause {1} now reads in Spanish: “{2}”", id, wording))
              .orElseGet(() -> Sentence.of("Clause {1} has no wording in Spanish anymore.", id)));
    }
  }

  private void conditions(Clause before, Clause after) {
    List<Condition> was = before.when();
    List<Condition> is = after.when();
    boolean alike =
        was.stream()
            .map(Condition::category)
            .toList()
            .equals(is.stream().map(Condition::category).toList());
    if (!alike) {
      say(Sentence.of("Clause {1} now looks for {2}, instead of {3}.", id, any(is), any(was)));
      return;
    }
    for (int i = 0; i < was.size(); i++) {
      condition(was.get(i), is.get(i));
    }
  }

  private void condition(Condition before, Condition after) {
    String what = words.category(after.category());
    if (before.atLeast() != after.atLeast()) {
      Object[] values = {id, what, number(after.atLeast()), number(before.atLeast())};
      say(
          after.atLeast() < before.atLeast()
              ? Sentence.of(
                  "Clause {1} catches {2} more eagerly: from a score of {3} instead of {4}.",
                  values)
              : Sentence.of(
                  "Clause {1} catches {2} more rarely: from a score of {3} instead of {4}.",
                  values));
    }
    if (!before.accountKinds().equals(after.accountKinds())) {
      say(
          Sentence.of(
              "Clause {1} looks for {2} on other accounts: {3}. Before: {4}.",
              id, what, kinds(after.accountKinds()), kinds(before.accountKinds())));
    }
    if (before.strikes() != after.strikes()) {
      say(
          Sentence.of(
              "Clause {1} looks for {2} from {3} earlier violations of the author on, instead of"
                  + " {4}.",
              id, what, after.strikes(), before.strikes()));
    }
  }

  private void consequence(Consequence before, Consequence after) {
    Sentence was = outcome(before);
    Sentence is = outcome(after);
    if (!was.equals(is)) {
      say(Sentence.of("Clause {1}: comments are now {2} instead of {3}.", id, is, was));
    }
    if (!before.roles().equals(after.roles())) {
      say(
          before.roles().isEmpty()
              ? Sentence.of("Clause {1} now alerts: {2}.", id, roles(after))
              : after.roles().isEmpty()
                  ? Sentence.of("Clause {1} no longer alerts: {2}.", id, roles(before))
                  : Sentence.of(
                      "Clause {1} now alerts: {2}. Before: {3}.", id, roles(after), roles(before)));
    }
    boolean bothAlert = !before.roles().isEmpty() && !after.roles().isEmpty();
    if (bothAlert && before.urgency() != after.urgency()) {
      say(
          Sentence.of(
              "Clause {1}: people are to act {2} instead of {3}.",
              id, soon(after.urgency()), soon(before.urgency())));
    }
    if (before.strike() != after.strike()) {
      say(
          after.strike()
              ? Sentence.of("Clause {1} now counts against the author.", id)
              : Sentence.of("Clause {1} no longer counts against the author.", id));
    }
  }

  private static Sentence outcome(Consequence then) {
    return switch (then.outcome()) {
      case ALLOW -> Sentence.of("allowed");
      case REVIEW ->
          then.dangerLane()
              ? Sentence.of("sent to review in the danger lane")
              : Sentence.of("sent to review");
      case HIDE -> Sentence.of("hidden and sent to review");
      case ESCALATE -> then.hide() ? Sentence.of("hidden and reported") : Sentence.of("reported");
    };
  }

  private static Sentence soon(Urgency urgency) {
    return switch (urgency) {
      case IMMEDIATE -> Sentence.of("at once");
      case SOON -> Sentence.of("soon");
      case DIGEST -> Sentence.of("when they have time");
    };
  }

  private String roles(Consequence then) {
    return String.join(", ", then.roles().stream().map(words::role).toList());
  }

  private Sentence any(List<Condition> conditions) {
    return conditions.stream()
        .map(this::one)
        .reduce((all, next) -> Sentence.of("{1}, or {2}", all, next))
        .orElse(Sentence.of("nothing"));
  }

  private Sentence one(Condition condition) {
    Sentence from =
        Sentence.of(
            "{1} from a score of {2}",
            words.category(condition.category()), number(condition.atLeast()));
    Sentence on =
        condition.accountKinds().isEmpty()
            ? from
            : Sentence.of("{1} ({2} accounts)", from, kinds(condition.accountKinds()));
    return condition.strikes() == 0
        ? on
        : Sentence.of("{1} after {2} violations", on, condition.strikes());
  }

  private CharSequence kinds(Set<String> codes) {
    return codes.isEmpty()
        ? Sentence.of("all")
        : String.join(", ", new TreeSet<>(codes.stream().map(words::accountKind).toList()));
  }

  private static String number(double score) {
    String two = String.format(Locale.ROOT, "%.2f", score);
    return Math.abs(Double.parseDouble(two) - score) < 1e-9 ? two : Double.toString(score);
  }

  private void say(Sentence sentence) {
    sentences.add(sentence);
  }
}
