package hallmonitor.notifier.clock;

import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.EscalationState;
import hallmonitor.notifier.escalation.EscalationSubject;
import hallmonitor.notifier.escalation.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An escalation with all the escalations that joined it.
 *
 * @param id of its first escalation
 * @param caseId the case of that escalation
 * @param about the escalation that notices describe: the last one that was more urgent, had another
 *     category or asked for more roles than those before
 * @param category of {@code about}
 * @param otherCategories categories of the ones before; their duties remain
 * @param roles roles of all that joined
 */
public record Conversation(
    UUID id,
    UUID caseId,
    UUID about,
    String category,
    List<String> otherCategories,
    String building,
    String account,
    Urgency urgency,
    List<String> roles,
    EscalationState state,
    Instant openedAt)
    implements EscalationSubject {
  public Conversation {
    Objects.requireNonNull(state, "state");
    otherCategories = List.copyOf(otherCategories);
    roles = List.copyOf(roles);
  }

  /** Returns all categories of its comments, the current one first. */
  public List<String> categories() {
    return Stream.concat(Stream.of(category), otherCategories.stream()).distinct().toList();
  }

  Conversation with(EscalationState other) {
    return new Conversation(
        id,
        caseId,
        about,
        category,
        otherCategories,
        building,
        account,
        urgency,
        roles,
        other,
        openedAt);
  }

  Conversation about(UUID escalation) {
    return new Conversation(
        id,
        caseId,
        escalation,
        category,
        otherCategories,
        building,
        account,
        urgency,
        roles,
        state,
        openedAt);
  }

  /** Returns whether the escalation brings a new category or new roles. */
  boolean isMore(Escalation escalation) {
    return !categories().contains(escalation.category()) || !roles.containsAll(escalation.roles());
  }

  Conversation joinedBy(Escalation escalation) {
    boolean raised = escalation.urgency().compareTo(urgency) < 0 || isMore(escalation);
    return new Conversation(
        id,
        caseId,
        raised ? escalation.id() : about,
        raised ? escalation.category() : category,
        raised
            ? categories().stream().filter(c -> !c.equals(escalation.category())).toList()
            : otherCategories,
        building,
        account,
        urgency.or(escalation.urgency()),
        Stream.concat(roles.stream(), escalation.roles().stream()).distinct().toList(),
        state,
        openedAt);
  }
}
