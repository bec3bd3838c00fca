package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.Titles;
import hallmonitor.moderation.finding.rule.Forms;
import hallmonitor.moderation.finding.scan.Cues;
import java.util.Optional;

/**
 * Words by which a comment says who speaks: {@code This is Coach Tanner}, {@code soy la directora}.
 */
final class Introduction {
  private static final int HEAD = 500;
  private static final Forms FORMS = new Forms("/patterns/introductions.txt", WORDS);

  /** One of these is in every text that introduces somebody. */
  private static final Cues CUES =
      new Cues(WORDS.of("introduction-cue").stream().map(Ending::cue).toList());

  private Introduction() {}

  /**
   * @param light the same text, normalized
   */
  static Optional<SignOff> in(String text, String light) {
    if (!CUES.isIn(light)) {
      return Optional.empty();
    }
    NameTokens tokens = NameTokens.of(text, 0, Math.min(text.length(), HEAD));
    NameSlots slots = new NameSlots(tokens);
    return FORMS.in(tokens, slots).stream()
        .map(found -> slots.phrase(found.slot(), found.from()))
        .filter(phrase -> !isAsked(text, tokens.to(phrase.end() - 1)))
        .findFirst()
        .map(phrase -> signOff(tokens, phrase));
  }

  private static SignOff signOff(NameTokens tokens, NamePhrase phrase) {
    int end = phrase.end();
    boolean role = hasRole(tokens, end);
    boolean office =
        role && SignatureExtent.hasOffice(tokens, end, Math.min(tokens.count(), end + 2));
    return SignOff.of(tokens, phrase, SignOff.Form.INTRODUCTION, role, office);
  }

  private static boolean isAsked(String text, int after) {
    return after < text.length() && text.charAt(after) == '?';
  }

  /** {@code , driver of bus 17} */
  private static boolean hasRole(NameTokens tokens, int end) {
    return tokens.before(end) == Seam.COMMA
        && (isRole(tokens.plain(end)) || isRole(tokens.plain(end + 1)));
  }

  private static boolean isRole(String word) {
    return Roles.of(word).compareTo(Titles.COURTESY) < 0;
  }
}
