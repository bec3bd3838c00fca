package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import java.util.Set;

/**
 * The name at the end of a comment, in the many forms that people use to sign.
 *
 * @param form how it is signed, which affects how likely it is that it names the author
 * @param role whether an office or a relation follows the name: {@code , treasurer}
 * @param office whether that is an office or a group, and not only a relation: {@code , proud
 *     parent}
 */
record SignOff(
    NamePhrase phrase, Form form, boolean role, boolean office, boolean house, int from, int to) {
  /** From the surest to the least sure. */
  enum Form {
    /** {@code Sincerely, ...}, {@code Signed ...}, {@code Atte. ...}. */
    CLOSING,
    /** {@code - ...}. */
    DASH,
    /** A line of its own. */
    LINE,
    /** {@code Love, ...}. */
    LOVE,
    /** {@code Thanks for reading, ...}. */
    GRATEFUL,
    /** {@code Thanks, ...}: just as often said to someone. */
    THANKS,
    /** A last sentence that is only a name. */
    SENTENCE,
    /** A name with an office or relation, at the start of a text. */
    HEADING,
    /** Says who speaks: {@code This is ...}, {@code ... here}. */
    INTRODUCTION
  }

  /** Characters before a signature that may still belong to it. */
  static final int BESIDE = 24;

  private static final Set<String> TEAMS = WORDS.of("team");

  /** {@code Oak Hill Front Office}: a phrase this long is rarely used to address someone. */
  boolean isLongName() {
    return phrase.end() - phrase.first() > 2;
  }

  /** {@code - Itzel's mom}: in a display name this is a name. */
  boolean isOfKin() {
    return phrase.name().kin()
        && !phrase.owner().isEmpty()
        && !phrase.name().hasTitle()
        && (form == Form.CLOSING || form == Form.DASH || form == Form.LINE);
  }

  /** {@code the DRESS} */
  boolean isShouted(String text) {
    return !Character.isLowerCase(text.charAt(to - 1));
  }

  /** {@code The Petrovs}, {@code los Cepeda}: a family, by its name alone. */
  boolean isOfSeveral(String text) {
    boolean spanish = Character.toLowerCase(text.charAt(from)) == 'l';
    return phrase.determined()
        && !isShouted(text)
        && (text.charAt(to - 1) == 's' || spanish)
        && phrase.name().parts().size() == 1
        && !TEAMS.contains(phrase.name().parts().get(0));
  }
}
