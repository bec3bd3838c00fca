package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.rule.Forms;
import hallmonitor.moderation.finding.scan.Cues;
import hallmonitor.moderation.finding.signature.SignOff.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds who signs a comment: at its end, by words within it such as {@code This is Coach Tanner},
 * and at its start like a notice, {@code Registrar Pfeiffer: ...}. The forms are files.
 */
final class Signatures {
  private static final Forms ENDS = new Forms("/patterns/sign-offs.txt", WORDS);
  private static final Forms INTRODUCTIONS = new Forms("/patterns/introductions.txt", WORDS);
  private static final Forms HEADINGS = new Forms("/patterns/headings.txt", WORDS);

  /** Characters of a text that are searched for each of them. */
  private static final int TAIL = 260;

  private static final int BODY = 500;
  private static final int HEAD = 160;

  /** Every text that introduces someone contains one of these. */
  private static final Cues CUES = Ending.cues("introduction-cue");

  private final String text;
  private final List<SignOff> found = new ArrayList<>(0);

  private Signatures(String text) {
    this.text = text;
  }

  /**
   * Returns at most one of each kind, in a modifiable list.
   *
   * @param light the same text, normalized
   */
  static List<SignOff> in(String text, String light) {
    Signatures signatures = new Signatures(text);
    if (Ending.mayBeSigned(text, light)) {
      int end = Ending.beforeAside(text);
      NameSlots tail = slots(text, end - TAIL, end);
      signatures.add(tail, ENDS.in(tail.tokens(), tail).stream());
    }
    if (CUES.isIn(light)) {
      NameSlots body = slots(text, 0, BODY);
      signatures.add(body, INTRODUCTIONS.in(body.tokens(), body).stream());
    }
    NameSlots head = slots(text, 0, HEAD);
    signatures.add(head, HEADINGS.atFirst(head.tokens(), head).stream());
    return signatures.found;
  }

  private static NameSlots slots(String text, int from, int to) {
    return new NameSlots(NameTokens.of(text, Math.max(0, from), Math.min(text.length(), to)));
  }

  /** Adds the first one that is a person's signature. */
  private void add(NameSlots slots, Stream<Forms.Found> forms) {
    forms
        .map(form -> signOff(slots.tokens(), form, slots.filled(form)))
        .filter(signed -> !Source.is(text, signed))
        .findFirst()
        .ifPresent(found::add);
  }

  private static SignOff signOff(NameTokens tokens, Forms.Found found, NamePhrase phrase) {
    boolean ofOffice = found.form().equals("office");
    Form form = ofOffice ? Form.SENTENCE : Form.valueOf(found.form().toUpperCase(Locale.ROOT));
    int first = ofOffice ? clauseBefore(tokens, phrase.first()) : phrase.end();
    int after = ofOffice ? phrase.first() : Math.max(first, OfficeClause.end(tokens, first));
    return new SignOff(
        phrase,
        form,
        OfficeClause.hasRole(tokens, first, after),
        OfficeClause.hasOffice(tokens, first, after),
        phrase.isOfAHouse(tokens),
        tokens.from(phrase.first()),
        tokens.to(phrase.end() - 1));
  }

  /** Returns the index of the first word of the clause that ends there: {@code Her mother, ...}. */
  private static int clauseBefore(NameTokens tokens, int end) {
    int first = end - 1;
    while (first > 0 && tokens.before(first) == NameTokens.Seam.SPACE) {
      first--;
    }
    return Math.max(0, first);
  }
}
