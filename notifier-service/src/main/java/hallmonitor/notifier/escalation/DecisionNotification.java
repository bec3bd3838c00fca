package hallmonitor.notifier.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is notified of a decision on a comment, and when. It is only news: the escalation does not
 * change.
 *
 * @param to the people who were asked, except the one who decided
 * @param dueAt not sent before this time
 * @param alarming whether it is more than news, because a person has to act
 */
public record DecisionNotification(List<Contact> to, Instant dueAt, boolean alarming) {
  /** Between two alarms of one conversation; what comes meanwhile is told in the second one. */
  private static final Duration ALARM_EVERY = Duration.ofMinutes(5);

  public DecisionNotification {
    to = List.copyOf(to);
  }

  /**
   * Returns the news; empty if no one was asked for an answer, or someone closed it.
   *
   * @param told who got a notice of the escalation so far
   * @param by who decided
   * @param within how long it waits for an undo or for more decisions, so that one mail covers them
   *     all
   */
  public static Optional<DecisionNotification> of(
      EscalationState state,
      List<Contact> told,
      String by,
      EscalationTerms terms,
      Duration within,
      Instant now) {
    List<Contact> to = asked(state, told, by);
    Optional<Urgency> urgency =
        state instanceof AwaitingAnswer it
            ? Optional.of(it.urgency())
            : state instanceof Acknowledged it ? Optional.of(it.urgency()) : Optional.empty();
    return urgency
        .filter(u -> !to.isEmpty())
        .map(u -> new DecisionNotification(to, terms.notBefore(u, now.plus(within)), false));
  }

  /**
   * Returns the alarm that something dangerous could not be hidden, for everyone who was asked,
   * immediately even at night, no matter what they answered; empty if no one was asked. Several
   * such comments in a row cause only a few mails.
   *
   * @param told who got a notice of the escalation so far
   * @param alarmed when the conversation's latest such alarm was or will be due
   */
  public static Optional<DecisionNotification> notHidden(
      EscalationState state, List<Contact> told, Optional<Instant> alarmed, Instant now) {
    List<Contact> to = asked(state, told, "");
    Instant dueAt =
        alarmed
            .map(at -> at.isAfter(now) ? at : at.plus(ALARM_EVERY))
            .filter(at -> at.isAfter(now))
            .orElse(now);
    return to.isEmpty() ? Optional.empty() : Optional.of(new DecisionNotification(to, dueAt, true));
  }

  private static List<Contact> asked(EscalationState state, List<Contact> told, String without) {
    Set<String> seen = new HashSet<>(Set.of(without));
    return Stream.concat(told.stream(), state.with().stream())
        .filter(contact -> seen.add(contact.person()))
        .toList();
  }
}
