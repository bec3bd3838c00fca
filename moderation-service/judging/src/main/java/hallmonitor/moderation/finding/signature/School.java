package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import java.util.Optional;
import java.util.Set;

/** A school for which somebody speaks by name: {@code We here at Oak Hill Elementary}. */
final class School {
  private static final int LONGEST = 5;

  private static final Set<String> AT = WORDS.of("we-at");
  private static final Set<String> OF_SCHOOLS = WORDS.of("of-school");

  private School() {}

  /**
   * @param i index after {@code we}
   */
  static Optional<SignOff> in(NameTokens tokens, int i) {
    int first = i;
    while (AT.contains(tokens.plain(first)) && first < i + 3) {
      first++;
    }
    int end = first == i ? first : end(tokens, first);
    return end == first || !isNamed(tokens, first, end)
        ? Optional.empty()
        : Optional.of(
            Introduction.found(
                tokens, new NamePhrase(BodyPhrase.NOBODY, first, end, true, false, "")));
  }

  /** {@code at Oak Hill Elementary}, but not {@code in this district}. */
  private static boolean isNamed(NameTokens tokens, int first, int end) {
    for (int i = first; i < end; i++) {
      if (tokens.isCapital(i)) {
        return true;
      }
    }
    return false;
  }

  /** Index after its last word, or {@code first} where no school is named. */
  private static int end(NameTokens tokens, int first) {
    for (int i = first; i < Math.min(tokens.count(), first + LONGEST); i++) {
      if (i > first && tokens.before(i) != Seam.SPACE) {
        break;
      }
      if (OF_SCHOOLS.contains(tokens.plain(i)) || Roles.isMany(tokens.plain(i))) {
        return i + 1;
      }
    }
    return first;
  }
}
