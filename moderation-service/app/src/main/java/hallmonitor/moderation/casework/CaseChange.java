package hallmonitor.moderation.casework;

import hallmonitor.moderation.policy.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The effects of one fact on a case, as data, to be written in one transaction.
 *
 * @param after the new case
 * @param orders actions for the platform
 * @param escalation who must be notified
 * @param strike the effect on the author's count
 * @param events new entries of the case's history, in order
 * @param settled the end of a held order's wait, or of a finished order's effect
 * @param decided the person's decision behind it, if there is one
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
   * An action for the platform.
   *
   * @param actionId the same for the same cause, see {@link CaseIds}
   * @param clause the policy clause behind it
   * @param by {@value #POLICY}, or the person's user name
   * @param reason one sentence for people
   * @param hold what it waits for
   */
  public record Order(
      UUID actionId, Action action, String clause, String by, String reason, Optional<Hold> hold) {
    /** Orderer of automatic actions. */
    public static final String POLICY = "policy";

    public boolean automatic() {
      return by.equals(POLICY);
    }
  }

  /**
   * The order waits until the evidence of this escalation is sealed. The caller limits the wait.
   */
  public record Hold(UUID escalationId) {}

  /** The end of a held order's wait, or of a finished order's effect. */
  public record Settled(UUID actionId, Fate fate) {}

  /** The fate of an order. */
  public enum Fate {
    /** It is sent. */
    RELEASED,
    /** It is never sent. */
    CANCELLED,
    /** It was carried out, and others undid it; people are notified as if it had failed. */
    UNDONE
  }

  /**
   * A new escalation.
   *
   * @param revision the escalated revision
   * @param category label of the category that weighed most
   * @param hideNotDone what to do by hand, if a hide is not carried out: one sentence for people
   */
  public record Escalation(
      UUID escalationId,
      String revision,
      Clause clause,
      String category,
      boolean hideOrdered,
      Optional<String> hideNotDone) {}

  /**
   * A person's decision, which the case keeps until it waits for a person again.
   *
   * @param by the person's user name
   * @param clause id of its clause; empty if it needs none
   * @param note the reason, in words; may be empty
   */
  public record Decided(String by, String clause, String note) {}

  /** The author's count of violations, at most one per case. */
  public enum Strike {
    UNCHANGED,
    /** It counts until a person decides otherwise. */
    COUNTED,
    VOIDED
  }

  /**
   * An entry of the history.
   *
   * @param actor {@code policy}, {@code ingest}, {@code notifier}, or a user name
   * @param kind such as {@code opened}
   * @param detail one sentence for people; may be empty
   * @param dedupe key that is the same if the event occurs twice
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

  /** Creates a change that neither settles an order nor is a person's decision. */
  CaseChange(
      Case after,
      List<Order> orders,
      Optional<Escalation> escalation,
      Strike strike,
      List<Event> events) {
    this(after, orders, escalation, strike, events, Optional.empty(), Optional.empty());
  }

  /** Creates a change that is only recorded. */
  static CaseChange noted(Case after, Event event) {
    return new CaseChange(after, List.of(), Optional.empty(), Strike.UNCHANGED, List.of(event));
  }

  /** Creates a change that settles an order and is recorded. */
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

  /** Returns a copy with another resulting case and one more history entry. */
  CaseChange with(Case end, Event more) {
    List<Event> all = new ArrayList<>(events);
    all.add(more);
    return new CaseChange(end, orders, escalation, strike, all, settled, decided);
  }

  /** Returns the clause of a strike. */
  public String strikeClause() {
    return decided
        .map(Decided::clause)
        .filter(id -> !id.isEmpty())
        .orElse(after.verdict().clause());
  }
}
