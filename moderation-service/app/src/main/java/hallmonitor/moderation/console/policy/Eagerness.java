package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.policy.file.WrittenClause.Condition;
import hallmonitor.moderation.wording.Sentence;
import java.util.Optional;

/** How readily a clause holds, by its lowest score: the lower, the more comments it catches. */
enum Eagerness {
  EAGERLY(Sentence.of("eagerly")),
  BALANCED(Sentence.of("balanced")),
  RARELY(Sentence.of("rarely")),
  /** Above the highest score of the models alone. */
  CERTAIN(Sentence.of("only when certain"));

  /** Below this, at most a tenth of what is caught on a usual page is a true case. */
  private static final double EAGER = .12;

  private static final double BALANCE = .4;
  private static final double LOWEST = .01;

  private final Sentence sentence;

  Eagerness(Sentence sentence) {
    this.sentence = sentence;
  }

  Sentence sentence() {
    return sentence;
  }

  static Eagerness of(double atLeast) {
    if (atLeast > ModelDetector.SUREST) {
      return CERTAIN;
    }
    return atLeast < EAGER ? EAGERLY : atLeast < BALANCE ? BALANCED : RARELY;
  }

  /** Reads a score as written; empty if it is not a number from 0.01 to 1. */
  static Optional<Eagerness> of(String atLeast) {
    return score(atLeast).map(Eagerness::of);
  }

  /** Returns the word for a line as written; empty while it is not complete. */
  static Sentence in(Condition line) {
    return line.category().isEmpty()
        ? Sentence.NONE
        : of(line.atLeast()).map(Eagerness::label).orElse(Sentence.NONE);
  }

  /** Returns the word by itself. */
  private Sentence label() {
    return switch (this) {
      case EAGERLY -> Sentence.of("Eagerly.");
      case BALANCED -> Sentence.of("Balanced.");
      case RARELY -> Sentence.of("Rarely.");
      case CERTAIN -> Sentence.of("Only when certain.");
    };
  }

  static Optional<Double> score(String text) {
    try {
      return Optional.of(Double.parseDouble(text)).filter(score -> score >= LOWEST && score <= 1);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
