package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import java.util.Set;

/**
 * The name with which a comment ends, in the many forms in which people sign.
 *
 * @param form how it is signed, which says how sure it is that it names the author
 * @param role whether an office or a relation stands after the name: {@code , treasurer}
 * @param office whether it is an office, or many, and not only a relation: {@code , proud parent}
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
    /** {@code Thanks, ...}: as often said to somebody. */
    THANKS,
    /** A last sentence that is a name and nothing else. */
    SENTENCE,
    /** A name and what its bearer is, at the head of a text. */
    HEADING,
    /** Says who speaks: {@code This is ...}, {@code ... here}. */
    INTRODUCTION
  }

  /** Characters before a signature that may still be of it. */
  static final int BESIDE = 24;

  private static final Set<String> TEAMS = WORDS.of("team");

  /** {@code Oak Hill Front Office}: so many words are hardly spoken to. */
  boolean isLongName() {
    return phrase.end() - phrase.first() > 2;
  }

  /** {@code - Itzel's mom}: as a display name, that is a name. */
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
