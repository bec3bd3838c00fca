package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.rule.Forms;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text around a signature, which distinguishes a signature from a name that is addressed or
 * mentioned: the forms of {@code patterns/beside-signatures.txt}, and marks.
 */
final class SignatureContext {
  private static final Forms FORMS = new Forms("/patterns/beside-signatures.txt", WORDS);

  /** After {@code Saludos,}: just as often said to someone. */
  static final String SOFT = "last-soft";

  private SignatureContext() {}

  /**
   * @param from index where the signature begins
   */
  static Set<String> signs(String text, int from) {
    String before = text.substring(0, from);
    String stripped = before.stripTrailing();
    int last = Ending.beforeLastSentence(before);
    Set<String> signs = new TreeSet<>();
    addForms(signs, "text-", text, 0, text.length());
    addForms(signs, "before-", text, 0, last);
    addForms(signs, "last-", text, last, from);
    add(signs, "exclaimed", text.indexOf('!', Math.max(0, from - 1)) >= 0);
    add(signs, "asked", stripped.endsWith("?"));
    add(signs, "after-sentence", before.chars().anyMatch(c -> ".!?\n".indexOf(c) >= 0));
    return signs;
  }

  private static void addForms(Set<String> signs, String prefix, String text, int from, int to) {
    NameTokens tokens = NameTokens.of(text, from, to);
    FORMS.in(tokens, new NameSlots(tokens)).stream()
        .map(Forms.Found::form)
        .filter(form -> form.startsWith(prefix))
        .forEach(signs::add);
  }

  private static void add(Set<String> signs, String sign, boolean is) {
    if (is) {
      signs.add(sign);
    }
  }
}
