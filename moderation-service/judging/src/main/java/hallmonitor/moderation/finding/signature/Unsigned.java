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
 * Entries without their author's name. Scores are grades that a policy can tell apart; whether a
 * grade is against the rules is the policy's to say.
 */
final class Unsigned {
  /** Nobody's, where anybody may type a name: the display name names nobody, nor does the text. */
  static final double NOBODY = 0.95;

  /** Its author says that they keep their name back, where anybody may type one. */
  static final double SAID = 0.9;

  /**
   * Where anybody may type a name: under a handle, or nobody's, but the text may end with a name in
   * letters of another script.
   */
  static final double HANDLE = 0.6;

  /** Its author says so, under the handle of a member whom the platform knows. */
  static final double SAID_BY_A_MEMBER = 0.5;

  /** Its author says so, and somebody's name stands over it all the same. */
  static final double BY_A_NAME = 0.4;

  private static final double LEAST = 0.5;

  /** What says so, in words. */
  private static final List<String> FILES = List.of("/patterns/unsigned.txt");

  /** One of these is in every text that the rules find. */
  private static final Cues CUES = Ending.cues("unsigned-cue");

  private final Rulebook rules = new Rulebook(FILES, new Vocabulary());

  /** Returns whether nobody stands over the comment, and anybody could. */
  static boolean isNobodys(Comment comment) {
    return comment.names() == AuthorNames.FREE
        && TypedName.of(comment.author()) == TypedName.NOBODY;
  }

  /**
   * Returns the grade of a comment whose author says that they keep their name back; empty if they
   * do not.
   */
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

  /** Returns the grade of a comment that nobody signs, by its display name alone. */
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
