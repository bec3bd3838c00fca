package hallmonitor.notifier.answer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person sent with the page.
 *
 * @param choice look, acknowledge, next-step, hand-over, hide, restore, resolve or false-alarm;
 *     anything else is no choice
 * @param caseId the comment's case; empty for what concerns all of them
 * @param to for hand-over, the id of a person
 * @param note in the person's words
 * @param outcomes the ready-made outcomes that were ticked
 * @param sure whether the person ticked that they answer unread
 * @param look the sign that this browser had words shown; empty for none
 */
public record AnswerRequest(
    String choice,
    Optional<UUID> caseId,
    String to,
    String note,
    List<String> outcomes,
    boolean sure,
    String look) {
  private static final int LONGEST_NOTE = 1000;

  public AnswerRequest {
    outcomes = List.copyOf(outcomes);
    note = note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note;
  }
}
