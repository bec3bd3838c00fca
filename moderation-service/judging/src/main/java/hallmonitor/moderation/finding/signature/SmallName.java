package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import hallmonitor.moderation.finding.signature.SignOff.Form;
import java.util.Set;

/** A given and a family name in small letters, as pupils sign: {@code i quit. jackie tull}. */
final class SmallName {
  /** After a given name: what somebody does, or an exclamation. */
  private static final Set<String> NO_FAMILY = WORDS.of("no-family");

  private SmallName() {}

  /** Whether it is all of the last sentence. */
  static boolean is(NameTokens tokens, int i, Form form) {
    int end = i + 2;
    boolean inClass = end + 1 == tokens.count() && Character.isDigit(tokens.plain(end).charAt(0));
    return (form == Form.SENTENCE && tokens.before(i) == Seam.END || form == Form.LINE)
        && (end == tokens.count() || inClass)
        && GivenNames.isHardlyAWord(tokens.plain(i))
        && is(tokens, i);
  }

  /** Whether such a name stands there, whatever follows. */
  static boolean is(NameTokens tokens, int i) {
    return i + 1 < tokens.count()
        && !tokens.isCapital(i)
        && !tokens.isCapital(i + 1)
        && tokens.before(i + 1) == Seam.SPACE
        && GivenNames.isPossible(tokens.plain(i))
        && Roles.of(tokens.plain(i)) == Titles.NONE
        && mayBeFamily(tokens.plain(i + 1));
  }

  static NamePhrase of(NameTokens tokens, int i) {
    return new NamePhrase(
        PersonName.ofPlain(tokens.plain(i) + " " + tokens.plain(i + 1)),
        i,
        i + 2,
        false,
        false,
        "");
  }

  private static boolean mayBeFamily(String word) {
    return word.length() > 2
        && Character.isLetter(word.charAt(0))
        && word.indexOf('\'') < 0
        && !NO_FAMILY.contains(word)
        && !word.endsWith("ing")
        && Roles.of(word) == Titles.NONE
        && NamePhrase.mayName(word);
  }
}
