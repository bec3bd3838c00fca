package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.AuthorNames;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.rule.RuleReading;
import hallmonitor.moderation.finding.rule.Rulebook;
import hallmonitor.moderation.finding.rule.Vocabulary;
import hallmonitor.moderation.finding.scan.Cues;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * Entries without their author's name. Scores are grades that a policy can distinguish; the policy
 * decides whether a grade breaks the rules.
 */
final class Unsigned {
  /** Anonymous where anyone can type a name: neither the display name nor the text names anyone. */
  static final double NOBODY = 0.95;

  /** The author says that they withhold their name, where anyone can type one. */
  static final double SAID = 0.9;

  /**
   * Where anyone can type a name: under a handle, or without a name but with a text that may end
   * with a name in another script.
   */
  static final double HANDLE = 0.6;

  /** The author says so under the handle of a member that the platform knows. */
  static final double SAID_BY_A_MEMBER = 0.5;

  /** The author says so, but the display name is a person's name. */
  static final double BY_A_NAME = 0.4;

  private static final double LEAST = 0.5;

  /** The rules for words that say so. */
  private static final List<String> FILES = List.of("/patterns/unsigned.txt");

  /** Every text that the rules match contains one of these. */
  private static final Cues CUES = Ending.cues("unsigned-cue");

  private final Rulebook rules = new Rulebook(FILES, new Vocabulary());

  /** Returns whether the display name names no one, on a platform where it could name anyone. */
  static boolean isNobodys(Comment comment) {
    return comment.names() == AuthorNames.FREE
        && TypedName.of(comment.author()) == TypedName.NOBODY;
  }

  /** Returns the grade of a comment where the author withholds their name; empty if they do not. */
  Optional<Finding> keptBack(Comment comment, boolean nobodys, String detector) {
    if (!CUES.isIn(comment.normalized().text()) || !says(comment)) {
      return Optional.empty();
    }
    boolean named = DisplayName.of(comment.author()).kind() == DisplayName.Kind.PERSON;
    double among = comment.names() == AuthorNames.FREE ? SAID : SAID_BY_A_MEMBER;
    return Optional.of(
        finding(
            named ? BY_A_NAME : nobodys ? NOBODY : among,
            detector,
            Sentence.of("Its author says that they keep their name back.")));
  }

  /** Returns the grade of a comment that no one signs, by its display name alone. */
  Optional<Finding> byName(Comment comment, boolean nobodys, String detector) {
    if (nobodys && Ending.isInOtherLetters(comment.text())) {
      return Optional.of(
          finding(
              HANDLE, detector, Sentence.of("It may be signed, in letters of another script.")));
    }
    if (nobodys) {
      return Optional.of(
          finding(
              NOBODY,
              detector,
              Sentence.of("Neither the display name nor the text names an author.")));
    }
    return comment.names() == AuthorNames.FREE && TypedName.of(comment.author()) == TypedName.HANDLE
        ? Optional.of(
            finding(HANDLE, detector, Sentence.of("It is written under a handle and not signed.")))
        : Optional.empty();
  }

  private boolean says(Comment comment) {
    RuleReading reading = rules.read(comment);
    return reading.matches().stream().anyMatch(match -> reading.score(match) >= LEAST);
  }

  private static Finding finding(double score, String detector, Sentence why) {
    return new Finding(Category.UNSIGNED, score, detector, List.of(), why.toString());
  }
}
