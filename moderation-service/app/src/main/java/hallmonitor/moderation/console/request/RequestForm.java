package hallmonitor.moderation.console.request;

import java.util.function.UnaryOperator;

/**
 * What someone typed into the public form, cleaned.
 *
 * @param who may be empty
 * @param contact where the answer goes
 */
public record RequestForm(String words, String who, String contact, boolean commercial) {
  static final RequestForm NOTHING = new RequestForm("", "", "", false);

  static final int MOST_WORDS = 8_000;
  static final int MOST_NAME = 200;
  static final int MOST_CONTACT = 500;

  /**
   * Reads a form.
   *
   * @param field returns a field's content; null for none
   */
  static RequestForm of(UnaryOperator<String> field) {
    return new RequestForm(
        clean(field.apply("words")),
        clean(field.apply("who")),
        clean(field.apply("contact")),
        field.apply("commercial") != null);
  }

  private static String clean(String text) {
    return text == null ? "" : text.replace("\0", "").strip();
  }

  /** Returns the first problem, as the name of a word; empty if there is none. */
  String problem() {
    if (words.isEmpty() || words.length() > MOST_WORDS) {
      return "problem-words";
    }
    if (who.length() > MOST_NAME) {
      return "problem-who";
    }
    return contact.isEmpty() || contact.length() > MOST_CONTACT ? "problem-contact" : "";
  }
}
