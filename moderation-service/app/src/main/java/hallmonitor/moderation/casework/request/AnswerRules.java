package hallmonitor.moderation.casework.request;

import java.util.Optional;

/**
 * What requests.yaml says of the letter of an answer.
 *
 * @param english the letter, with names in braces
 * @param spanish the same in Spanish
 * @param review the right to review that the law of the state names; absent until the file has it
 * @param englishTitle of the person who signs
 * @param spanishTitle the same in Spanish
 */
public record AnswerRules(
    String english,
    String spanish,
    Optional<LegalGround> review,
    String englishTitle,
    String spanishTitle) {
  /** Returns the letter in {@code en} or {@code es}. */
  public String letter(String language) {
    return language.equals("es") ? spanish : english;
  }

  /** Returns the title of the person who signs. */
  public String title(String language) {
    return language.equals("es") ? spanishTitle : englishTitle;
  }

  /** Returns the same letter for a district that has not named its state yet. */
  public AnswerRules withoutState() {
    return new AnswerRules(english, spanish, Optional.empty(), englishTitle, spanishTitle);
  }
}
