package hallmonitor.notifier.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of the page, in the reader's language; the template only lays them out.
 *
 * @param label fixed words, by name
 * @param title what it is about
 * @param urgency how urgent it is, in words
 * @param alarming whether it is laid out as urgent
 * @param where building and account
 * @param state the escalation's state
 * @param tone its appearance: {@code open}, {@code mine}, {@code theirs} or {@code closed}
 * @param mistake what was wrong with an answer, and where; with an empty text if nothing was
 * @param comments the most urgent and newest first
 * @param more how many comments are not shown, in words; usually empty
 * @param answers the possible answers
 * @param calls lines to call
 * @param told who was notified, and when
 * @param console address of the first case in the console
 * @param token of this link
 * @param look the token that proves that words were opened in this browser; empty for none
 */
public record AnswerPage(
    String language,
    Map<String, String> label,
    String title,
    String urgency,
    boolean alarming,
    String where,
    String state,
    String tone,
    Mistake mistake,
    List<CommentCard> comments,
    String more,
    Answers answers,
    List<Call> calls,
    List<DutyText> duties,
    List<Line> told,
    String console,
    String token,
    String look) {
  public record Line(String label, String value) {}

  /**
   * A mistake in an answer.
   *
   * @param at the choice that it belongs to; empty for the page
   * @param caseId the comment that it belongs to; empty for all
   * @param note what was typed
   * @param ticked outcomes that were checked
   */
  public record Mistake(String text, String at, String caseId, String note, List<String> ticked) {
    static final Mistake NONE = new Mistake("", "", "", "", List.of());

    public boolean isAt(String choice, String card) {
      return at.equals(choice) && (caseId.isEmpty() || caseId.equals(card));
    }

    /** Returns whether it belongs to none of the fields on the page. */
    public boolean isGeneral() {
      return !text.isEmpty() && at.isEmpty();
    }
  }

  /**
   * The possible answers for all comments.
   *
   * @param free whether one tap is enough, because the reader opened words in this browser
   * @param people it can be handed over to, the next contact first
   */
  public record Answers(
      boolean any,
      boolean acknowledge,
      boolean nextStep,
      boolean free,
      List<Line> people,
      List<Line> outcomes) {}

  /**
   * A line to call.
   *
   * @param dialed the number as a dialer reads it
   */
  public record Call(String name, String number, String dialed) {}

  /**
   * A duty on the checklist.
   *
   * @param when the deadline, or who did it; may be empty
   */
  public record DutyText(String title, String text, String source, String when, boolean done) {}

  /** Returns the comment that the page begins with. */
  public Optional<CommentCard> first() {
    return comments.stream().findFirst();
  }

  public List<CommentCard> others() {
    return comments.stream().skip(1).toList();
  }
}
