package hallmonitor.moderation.console.escalations;

import java.util.List;
import java.util.UUID;

/**
 * The form of one duty: as it is saved, or as it was sent with what is wrong.
 *
 * @param back page to return to; empty for the page of the case
 */
public record DutyForm(UUID caseId, ClockView clock, List<DutyInput> inputs, String back) {
  public boolean isWrong() {
    return inputs.stream().anyMatch(DutyInput::isWrong);
  }

  /** Returns where the person came from. */
  public String getPlace() {
    return back.isEmpty() ? "/cases/" + caseId + "#escalation" : BoardAddress.at(caseId);
  }
}
