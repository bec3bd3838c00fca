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
 * @param tone how that looks: {@code open}, {@code mine}, {@code theirs} or {@code closed}
 * @param mistake what was wrong with an answer, and where; its text is empty if nothing was
 * @param comments the most urgent and newest first
 * @param more how many comments are not shown, in words; usually empty
 * @param answers what may be answered
 * @param calls lines to call
 * @param told who was told, and when
 * @param console address of the first case in the console
 * @param token of this link
 * @param look the sign that this browser had words shown; empty for none
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
   * @param ticked outcomes that were ticked
   */
  public record Mistake(String text, String at, String caseId, String note, List<String> ticked) {
    static final Mistake NONE = new Mistake("", "", "", "", List.of());

    public boolean isAt(String choice, String card) {
      return at.equals(choice) && (caseId.isEmpty() || caseId.equals(card));
    }

    /** Returns whether it belongs to no field that is on the page. */
    public boolean isGeneral() {
      return !text.isEmpty() && at.isEmpty();
    }
  }

  /**
   * What may be answered for all comments.
   *
   * @param free whether one tap is enough, because the reader had words shown in this browser
   * @param people to whom it can be handed over, the next contact first
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
   * @param when by when, or by whom it was done; may be empty
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
