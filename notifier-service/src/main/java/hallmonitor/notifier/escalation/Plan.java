package hallmonitor.notifier.escalation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What follows from an escalation.
 *
 * @param notices one for each person; empty when nobody can be told
 * @param shortfalls what the directory could not do as asked
 */
public record Plan(List<Notice> notices, List<Shortfall> shortfalls) {
  /**
   * @param id the same whenever the same escalation is planned for the same person
   * @param role the role for which this person is told
   * @param dueAt not to be sent before
   */
  public record Notice(UUID id, String person, String role, Instant dueAt) {}

  /**
   * A role that nobody holds.
   *
   * @param id the same whenever the same escalation is planned
   * @param somebodyElseTold false is an alarm: nobody at all was told
   * @param message one sentence that says what to do
   */
  public record Shortfall(UUID id, String role, boolean somebodyElseTold, String message) {}

  public Plan {
    notices = List.copyOf(notices);
    shortfalls = List.copyOf(shortfalls);
  }

  public boolean tellsNobody() {
    return notices.isEmpty();
  }
}
