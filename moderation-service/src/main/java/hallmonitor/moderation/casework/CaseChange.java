package hallmonitor.moderation.casework;

import hallmonitor.moderation.policy.Clause;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What one fact does to a case, as data: all of it is written in one transaction.
 *
 * @param after the case as it is from now on
 * @param orders what is to be done on the platform
 * @param escalation who must be told
 * @param strike what it means for the author
 * @param events what the case's history gains, in order
 */
public record CaseChange(
    Case after,
    List<Order> orders,
    Optional<Escalation> escalation,
    Strike strike,
    List<Event> events) {

  /**
   * @param actionId the same for the same cause, see {@link CaseIds}
   * @param clause the policy clause behind it
   * @param by {@value #POLICY}, or the person's user name
   * @param reason one sentence for people
   */
  public record Order(UUID actionId, Action action, String clause, String by, String reason) {
    /** Who orders when no person does. */
    public static final String POLICY = "policy";

    public boolean automatic() {
      return by.equals(POLICY);
    }
  }

  /**
   * @param revision the revision that is escalated
   * @param category label of the category that weighed most
   */
  public record Escalation(
      UUID escalationId, String revision, Clause clause, String category, boolean hideOrdered) {}

  /** The author's count of violations: one a case at most. */
  public enum Strike {
    UNCHANGED,
    /** It counts, until a person says otherwise. */
    COUNTED,
    VOIDED
  }

  /**
   * @param actor {@code policy}, {@code ingest}, {@code notifier}, or a user name
   * @param kind such as {@code opened}
   * @param detail one sentence for people; may be empty
   * @param dedupe the same event twice has the same
   */
  public record Event(String actor, String kind, String detail, String dedupe) {
    public Event {
      Objects.requireNonNull(detail, "detail");
      Objects.requireNonNull(dedupe, "dedupe");
    }
  }

  public CaseChange {
    Objects.requireNonNull(after, "after");
    orders = List.copyOf(orders);
    events = List.copyOf(events);
  }

  /** A change that is only noted. */
  static CaseChange noted(Case after, Event event) {
    return new CaseChange(after, List.of(), Optional.empty(), Strike.UNCHANGED, List.of(event));
  }
}
