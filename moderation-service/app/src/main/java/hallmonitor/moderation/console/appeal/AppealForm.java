package hallmonitor.moderation.console.appeal;

import hallmonitor.moderation.casework.ShortCode;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The typed content of the form, cleaned. */
record AppealForm(String reference, String who, String contact, String why, String code) {
  private static final int MOST_NAME = 120;
  private static final int MOST_CONTACT = 200;
  private static final int MOST_WHY = 4_000;

  static final AppealForm NOTHING = new AppealForm("", "", "", "", "");

  /**
   * Reads a form.
   *
   * @param field returns a field's content; null for none
   */
  static AppealForm of(UnaryOperator<String> field) {
    return new AppealForm(
        clean(field.apply("reference")),
        clean(field.apply("who")),
        clean(field.apply("contact")),
        clean(field.apply("why")),
        clean(field.apply("code")));
  }

  private static String clean(String text) {
    return text == null ? "" : text.replace("\0", "").strip();
  }

  AppealForm withReference(String grouped) {
    return new AppealForm(grouped, who, contact, why, code);
  }

  Optional<ShortCode> parsedReference() {
    return ShortCode.parse(reference);
  }

  Optional<ShortCode> parsedCode() {
    return ShortCode.parse(code);
  }

  /** Returns the first problem, named as in {@link FormWords}; empty if there is none. */
  String problem() {
    if (parsedReference().isEmpty()) {
      return "problem-reference";
    }
    if (who.isEmpty() || who.length() > MOST_NAME) {
      return "problem-who";
    }
    if (contact.length() > MOST_CONTACT) {
      return "problem-contact";
    }
    return why.isEmpty() || why.length() > MOST_WHY ? "problem-why" : "";
  }
}
