package hallmonitor.system.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The clock of one escalation of danger, with all that joined it.
 *
 * @param escalation its id
 * @param raised when it began
 * @param told when a mail server took a notice of it, in order
 * @param steps of its clock, in order
 */
public record ClockHistory(
    String escalation, Instant raised, List<Instant> told, List<Step> steps) {
  /**
   * A step: people are asked, asked again, or the next ones are; or someone answers.
   *
   * @param due when the next one must follow; empty if none must
   */
  public record Step(Instant at, Optional<Instant> due) {}

  public ClockHistory {
    told = List.copyOf(told);
    steps = List.copyOf(steps);
  }
}
