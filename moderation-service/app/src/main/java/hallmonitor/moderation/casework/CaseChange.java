package hallmonitor.moderation.casework;

import hallmonitor.moderation.policy.Clause;
import java.util.ArrayList;
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
 * @param settled what becomes of an order that was held until now
 * @param decided the person's decision behind it, when there is one
 */
public record CaseChange(
    Case after,
    List<Order> orders,
    Optional<Escalation> escalation,
    Strike strike,
    List<Event> events,
    Optional<Settled> settled,
    Optional<Decided> decided) {

  /**
   * @param actionId the same for the same cause, see {@link CaseIds}
   * @param clause the policy clause behind it
   * @param by {@value #POLICY}, or the person's user name
   * @param reason one sentence for people
   * @param hold what it waits for before it goes out
   */
  public record Order(
      UUID actionId, Action action, String clause, String by, String reason, Optional<Hold> hold) {
    /** Who orders when no person does. */
    public static final String POLICY = "policy";

    public boolean automatic() {
      return by.equals(POLICY);
    }
  }

  /**
   * An order waits until the evidence of this escalation is sealed; how long at most, the shell
   * knows.
   */
  public record Hold(UUID escalationId) {}

  /** An order that was held is held no more. */
  public record Settled(UUID actionId, Fate fate) {}

  /** What becomes of an order that was held. */
  public enum Fate {
    /** It goes out. */
    RELEASED,
    /** It never goes out. */
    CANCELLED
  }

  /**
   * @param revision the revision that is escalated
   * @param category label of the category that weighed most
   */
  public record Escalation(
      UUID escalationId, String revision, Clause clause, String category, boolean hideOrdered) {}

  /**
   * A person's decision, as the case keeps it until it waits for a person again.
   *
   * @param by the person's user name
   * @param clause id of the clause that it names; empty when it need not name one
   * @param note the reason, in words; may be empty
   */
  public record Decided(String by, String clause, String note) {}

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
    Objects.requireNonNull(settled, "settled");
    Objects.requireNonNull(decided, "decided");
  }

  /** One that neither ends the wait of an order nor is a person's decision. */
  CaseChange(
      Case after,
      List<Order> orders,
      Optional<Escalation> escalation,
      Strike strike,
      List<Event> events) {
    this(after, orders, escalation, strike, events, Optional.empty(), Optional.empty());
  }

  /** A change that is only noted. */
  static CaseChange noted(Case after, Event event) {
    return new CaseChange(after, List.of(), Optional.empty(), Strike.UNCHANGED, List.of(event));
  }

  /** A change that ends the wait of an order, and is noted. */
  static CaseChange settled(
      Case after, UUID actionId, Fate fate, Strike strike, List<Event> events) {
    return new CaseChange(
        after,
        List.of(),
        Optional.empty(),
        strike,
        events,
        Optional.of(new Settled(actionId, fate)),
        Optional.empty());
  }

  CaseChange withDecision(Decided decision) {
    return new CaseChange(
        after, orders, escalation, strike, events, settled, Optional.of(decision));
  }

  /** The same, with another end and one more entry in the case's history. */
  CaseChange with(Case end, Event more) {
    List<Event> all = new ArrayList<>(events);
    all.add(more);
    return new CaseChange(end, orders, escalation, strike, all, settled, decided);
  }

  /** The clause that a strike is counted under. */
  public String strikeClause() {
    return decided
        .map(Decided::clause)
        .filter(id -> !id.isEmpty())
        .orElse(after.verdict().clause());
  }
}
