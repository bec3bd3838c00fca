package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.PersonName;
import java.util.Optional;
import java.util.Set;

/** A name and a word by which its bearer speaks up: {@code Coach Tanner here}. */
final class TrailingIntroduction {
  private static final int REMARK = 4;

  private static final Set<String> HERE = WORDS.of("here");
  private static final Set<String> PLACING = WORDS.of("placing");
  private static final Set<String> FIRST = WORDS.of("first-person");

  /** After that word: he tells more. */
  private static final Set<String> GOING_ON = WORDS.of("here-goes-on");

  private TrailingIntroduction() {}

  static Optional<SignOff> in(NameTokens tokens, int i) {
    NamePhrase phrase = speaker(tokens, i);
    if (phrase == null) {
      return Optional.empty();
    }
    int at = afterRemark(tokens, phrase.end());
    boolean by = tokens.plain(at).equals("por") || tokens.plain(at).equals("checking");
    int said = by ? at + 1 : at;
    String word = tokens.plain(said);
    boolean speaks = HERE.contains(word) || by && word.equals("in");
    return speaks && isJoined(tokens, phrase, at, word) && stops(tokens, said)
        ? Optional.of(Introduction.found(tokens, phrase))
        : Optional.empty();
  }

  private static NamePhrase speaker(NameTokens tokens, int i) {
    NamePhrase phrase = NamePhrase.at(tokens, i, true);
    if (phrase == null && SmallName.is(tokens, i)) {
      return SmallName.of(tokens, i);
    }
    if (!Introduction.isSpeaker(phrase)) {
      phrase = BodyPhrase.at(tokens, i, false);
    }
    return Introduction.isSpeaker(phrase) ? phrase : null;
  }

  /** {@code Coach Tanner (new phone) here}, {@code Coach Tanner from the gym here} */
  private static int afterRemark(NameTokens tokens, int at) {
    if (PLACING.contains(tokens.plain(at)) && tokens.before(at) == Seam.SPACE) {
      for (int i = at + 1; i <= at + REMARK && tokens.before(i) == Seam.SPACE; i++) {
        if (HERE.contains(tokens.plain(i))) {
          return i;
        }
      }
    }
    int closes = at + 1;
    while (closes < at + REMARK && tokens.before(closes) == Seam.SPACE) {
      closes++;
    }
    boolean remark =
        tokens.before(at) == Seam.PARENTHESIS && tokens.before(closes) == Seam.PARENTHESIS;
    return remark ? closes : at;
  }

  private static boolean isJoined(NameTokens tokens, NamePhrase phrase, int at, String word) {
    PersonName name = phrase.name();
    boolean placed = at > phrase.end() && tokens.before(at) == Seam.SPACE;
    boolean known =
        name.hasTitle()
            || name.kin()
            || name.isFull()
            || name.parts().stream().anyMatch(GivenNames::isPossible)
            || word.equals("here") && !placed;
    boolean comma =
        tokens.before(at) == Seam.COMMA
            && (name.isFull() || name.hasTitle() && !word.equals("here"));
    return known && (at > phrase.end() || tokens.before(at) == Seam.SPACE || comma);
  }

  private static boolean stops(NameTokens tokens, int said) {
    String next = tokens.plain(said + 1);
    boolean more = said + 1 < tokens.count() || !tokens.plain(said).equals("here");
    return more
        && (tokens.before(said + 1) != Seam.SPACE
            || FIRST.contains(next)
            || GOING_ON.contains(next));
  }
}
