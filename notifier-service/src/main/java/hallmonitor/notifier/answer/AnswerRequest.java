package hallmonitor.notifier.answer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person sent with the page.
 *
 * @param choice look, acknowledge, next-step, hand-over, hide, restore, resolve or false-alarm;
 *     anything else counts as none
 * @param caseId the comment's case; empty for a choice about all of them
 * @param to for hand-over, the id of a person
 * @param note in the person's words
 * @param outcomes the ready-made outcomes that were checked
 * @param sure whether the person checked that they answer without reading
 * @param look the token that proves that words were opened in this browser; empty for none
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
