package hallmonitor.moderation.console.tips;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.TipUrgency;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What someone typed into the form, cleaned.
 *
 * @param school id of the chosen building
 * @param what label of a category, {@value #OTHER}, or empty as long as nothing is chosen
 * @param urgency code; empty as long as nothing is chosen
 */
public record TipForm(
    String link,
    String text,
    String place,
    String school,
    String what,
    String urgency,
    String who,
    boolean anonymous) {
  /** Stands for what is in none of the categories. */
  static final String OTHER = "other";

  static final int MOST_LINK = 2_000;

  private static final int MOST_TEXT = 4_000;
  private static final int MOST_PLACE = 200;
  private static final int MOST_NAME = 120;
  private static final String WEB_ADDRESS = "(?i)https?://[^\\s/]+\\S*";

  /**
   * Reads a form.
   *
   * @param field returns a field's content; null for none
   */
  static TipForm of(UnaryOperator<String> field) {
    return new TipForm(
        clean(field.apply("link")),
        clean(field.apply("text")),
        clean(field.apply("where")),
        clean(field.apply("school")),
        clean(field.apply("what")),
        clean(field.apply("urgency")),
        clean(field.apply("who")),
        field.apply("anonymous") != null);
  }

  /** A form that is only opened; what does not fit is left out. */
  static TipForm opened(String link) {
    String cleaned = clean(link);
    boolean usable = cleaned.length() <= MOST_LINK && cleaned.matches(WEB_ADDRESS);
    return new TipForm(usable ? cleaned : "", "", "", "", "", "", "", false);
  }

  private static String clean(String text) {
    return text == null ? "" : text.replace("\0", "").strip();
  }

  TipForm at(String building) {
    return new TipForm(link, text, place, building, what, urgency, who, anonymous);
  }

  TipForm by(String name) {
    return new TipForm(link, text, place, school, what, urgency, name, anonymous);
  }

  /** Returns whether something was handed in besides a screenshot. */
  boolean says() {
    return !link.isEmpty() || !text.isEmpty();
  }

  /** Returns the label of the chosen category; empty for something else. */
  String category() {
    return what.equals(OTHER) ? "" : what;
  }

  TipUrgency chosenUrgency() {
    return EnumCodes.read(TipUrgency.class, urgency);
  }

  /**
   * Returns the first problem, as the name of a word; empty if there is none.
   *
   * @param schools ids of the buildings
   * @param kinds labels of the categories to choose from
   */
  String problem(List<String> schools, List<String> kinds) {
    if (!link.isEmpty() && (link.length() > MOST_LINK || !link.matches(WEB_ADDRESS))) {
      return "problem-link";
    }
    if (text.length() > MOST_TEXT) {
      return "problem-text";
    }
    if (place.length() > MOST_PLACE) {
      return "problem-where";
    }
    if (!what.equals(OTHER) && !kinds.contains(what)) {
      return "problem-what";
    }
    if (!List.of("now", "soon", "can-wait").contains(urgency)) {
      return "problem-urgency";
    }
    if (!schools.contains(school)) {
      return "problem-school";
    }
    return who.length() > MOST_NAME ? "problem-who" : "";
  }
}
