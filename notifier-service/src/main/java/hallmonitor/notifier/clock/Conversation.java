package hallmonitor.notifier.clock;

import hallmonitor.notifier.escalation.Course;
import hallmonitor.notifier.escalation.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * An escalation with all that joined it.
 *
 * @param id of the escalation that opened it
 * @param caseId its case
 * @param about the escalation that notices speak of: the most urgent one
 * @param roles of all that joined
 */
public record Conversation(
    UUID id,
    UUID caseId,
    UUID about,
    String category,
    String building,
    String account,
    Urgency urgency,
    List<String> roles,
    Course course,
    Instant openedAt) {
  public Conversation {
    Objects.requireNonNull(course, "course");
    roles = List.copyOf(roles);
  }

  Conversation with(Course other) {
    return new Conversation(
        id, caseId, about, category, building, account, urgency, roles, other, openedAt);
  }

  Conversation joinedBy(UUID escalation, Urgency ofIt, List<String> more) {
    boolean raised = ofIt.compareTo(urgency) < 0;
    List<String> all =
        java.util.stream.Stream.concat(roles.stream(), more.stream()).distinct().toList();
    return new Conversation(
        id,
        caseId,
        raised ? escalation : about,
        category,
        building,
        account,
        raised ? ofIt : urgency,
        all,
        course,
        openedAt);
  }
}
