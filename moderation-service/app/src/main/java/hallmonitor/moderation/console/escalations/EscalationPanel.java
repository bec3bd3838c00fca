package hallmonitor.moderation.console.escalations;

import hallmonitor.settings.district.District;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The escalation and the evidence of one case, for its page.
 *
 * @param escalation absent if the case was never escalated
 * @param answerable whether the viewer was asked, holds the role, or has the case, and so may close
 *     it or hand it over; others may acknowledge it
 * @param people it can be handed over to, those of the building first
 * @param hiddenBeforeSeal why the comment was hidden before its evidence was sealed; usually empty
 * @param back page that its forms return to; empty for the page of the case
 * @param formId id of the answer given with this page, so that it counts once
 */
public record EscalationPanel(
    UUID caseId,
    @Nullable EscalationView escalation,
    boolean answerable,
    List<ClockView> clocks,
    List<District.Person> people,
    List<SealView> seals,
    String hiddenBeforeSeal,
    String userName,
    String back,
    UUID formId) {
  public List<ClockView> getWaiting() {
    return clocks.stream().filter(ClockView::isWaiting).toList();
  }

  public List<ClockView> getEnded() {
    return clocks.stream().filter(c -> !c.isWaiting()).toList();
  }

  /** Returns the form of a duty as it is saved. */
  public DutyForm form(ClockView clock) {
    return new DutyForm(caseId, clock, clock.getInputs(), back);
  }

  /** Returns whether the viewer has acknowledged it. */
  public boolean isMine() {
    return escalation != null && escalation.isAcknowledged() && escalation.isWith(userName);
  }

  public Optional<SealView> getNewestSeal() {
    return seals.stream().filter(SealView::isSealed).findFirst();
  }
}
