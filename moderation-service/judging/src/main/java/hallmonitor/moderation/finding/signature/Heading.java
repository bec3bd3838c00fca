package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.rule.Forms;
import java.util.Optional;

/**
 * Who speaks, told at the head of a text as over a notice: {@code Registrar Pfeiffer: ...}, {@code
 * La coordinación informa que ...}, {@code Dr. Walter Ng, orthodontist. I ...}.
 */
final class Heading {
  private static final int HEAD = 160;
  private static final Forms FORMS = new Forms("/patterns/headings.txt", WORDS);

  private Heading() {}

  static Optional<SignOff> in(String text) {
    NameTokens tokens = NameTokens.of(text, 0, Math.min(text.length(), HEAD));
    NameSlots slots = new NameSlots(tokens);
    return FORMS
        .atFirst(tokens, slots)
        .filter(found -> !Source.isMentioned(text, tokens.from(found.from())))
        .map(found -> slots.phrase(found.slot(), found.from()))
        .map(phrase -> signOff(tokens, phrase, !phrase.name().hasTitle()));
  }

  /**
   * @param role whether what follows the name says its bearer's office
   */
  private static SignOff signOff(NameTokens tokens, NamePhrase phrase, boolean role) {
    return SignOff.of(tokens, phrase, SignOff.Form.HEADING, role, role);
  }
}
