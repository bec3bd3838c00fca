package hallmonitor.notifier.answer;

import java.util.List;
import java.util.Map;

/**
 * The texts of the page, in the reader's language; the template only lays them out.
 *
 * @param label fixed words, by name
 * @param title what it is about
 * @param urgency how urgent it is, in words; empty on a page without an escalation
 * @param alarming whether it is laid out as urgent
 * @param state the escalation's state
 * @param mistake what was wrong with an answer; empty if nothing was
 * @param told who was told, and when
 * @param comments all joined comments, including the first; empty if there is only one
 * @param quote empty unless the district chose to show the comment's words
 * @param mayAnswer whether the form is shown
 * @param mayAcknowledge whether acknowledging is offered
 * @param people to whom it can be handed over
 * @param note what was typed before a mistake
 * @param console address of the case in the console
 * @param cases number of cases that an answer covers
 */
public record AnswerPage(
    String language,
    Map<String, String> label,
    String title,
    String urgency,
    boolean alarming,
    String state,
    String mistake,
    List<Line> facts,
    List<Line> told,
    List<Comment> comments,
    String quote,
    List<DutyText> duties,
    boolean mayAnswer,
    boolean mayAcknowledge,
    List<Line> people,
    String note,
    String console,
    int cases) {
  public record Line(String label, String value) {}

  public record Comment(String text, String link) {}

  public record DutyText(String title, String text, String source) {}
}
