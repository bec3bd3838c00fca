package hallmonitor.moderation.console.appeal;

import hallmonitor.moderation.casework.ShortCode;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The typed content of the form, cleaned.
 *
 * @param page the id of the account that its sender is blocked on, if they have no reference
 * @param author the name that they write under there
 * @param byName whether they have no reference, and name the page and the author instead
 */
record AppealForm(
    String reference,
    String page,
    String author,
    String who,
    String contact,
    String why,
    String code,
    boolean byName) {
  private static final int MOST_NAME = 120;
  private static final int MOST_AUTHOR = 200;
  private static final int MOST_CONTACT = 200;
  private static final int MOST_WHY = 4_000;

  static final AppealForm NOTHING = new AppealForm("", "", "", "", "", "", "", false);

  /**
   * Reads a form.
   *
   * @param field returns a field's content; null for none
   */
  static AppealForm of(UnaryOperator<String> field) {
    String reference = clean(field.apply("reference"));
    String page = clean(field.apply("page"));
    String author = clean(field.apply("author"));
    return new AppealForm(
        reference,
        page,
        author,
        clean(field.apply("who")),
        clean(field.apply("contact")),
        clean(field.apply("why")),
        clean(field.apply("code")),
        reference.isEmpty() && !(page.isEmpty() && author.isEmpty()));
  }

  private static String clean(String text) {
    return text == null ? "" : text.replace("\0", "").strip();
  }

  AppealForm withReference(String grouped) {
    return new AppealForm(grouped, page, author, who, contact, why, code, byName);
  }

  Optional<ShortCode> parsedReference() {
    return ShortCode.parse(reference);
  }

  Optional<ShortCode> parsedCode() {
    return ShortCode.parse(code);
  }

  /**
   * Returns the first problem, named as in {@link FormWords}; empty if there is none.
   *
   * @param pages ids of the accounts that exist
   */
  String problem(Set<String> pages) {
    if (byName) {
      if (!pages.contains(page) || author.isEmpty() || author.length() > MOST_AUTHOR) {
        return "problem-page";
      }
    } else if (parsedReference().isEmpty()) {
      return reference.isEmpty() ? "problem-none" : "problem-reference";
    }
    if (who.isEmpty() || who.length() > MOST_NAME) {
      return "problem-who";
    }
    if (contact.length() > MOST_CONTACT) {
      return "problem-contact";
    }
    if (byName && contact.isEmpty()) {
      return "problem-reach";
    }
    return why.isEmpty() || why.length() > MOST_WHY ? "problem-why" : "";
  }
}
