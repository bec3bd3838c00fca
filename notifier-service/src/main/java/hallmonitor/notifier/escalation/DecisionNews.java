package hallmonitor.notifier.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is told of a decision on a comment, and when. It is news: the escalation stays as it is.
 *
 * @param to the people who were asked, except the one who decided
 * @param dueAt not to be sent before
 * @param alarming whether it is no mere news, because a person has to act
 */
public record DecisionNews(List<Contact> to, Instant dueAt, boolean alarming) {
  /**
   * Long enough for an undo, or for a row of decisions on many comments, to be told in the same
   * mail.
   */
  public static final Duration SETTLES = Duration.ofSeconds(30);

  public DecisionNews {
    to = List.copyOf(to);
  }

  /**
   * Returns the news; empty if nobody was asked for an answer, or somebody closed it.
   *
   * @param told who got a notice of the escalation so far
   * @param by who decided
   */
  public static Optional<DecisionNews> of(
      EscalationState course, List<Contact> told, String by, EscalationTerms terms, Instant now) {
    List<Contact> to = asked(course, told, by);
    Optional<Urgency> urgency =
        course instanceof AwaitingAnswer it
            ? Optional.of(it.urgency())
            : course instanceof Acknowledged it ? Optional.of(it.urgency()) : Optional.empty();
    return urgency
        .filter(u -> !to.isEmpty())
        .map(u -> new DecisionNews(to, terms.notBefore(u, now.plus(SETTLES)), false));
  }

  /**
   * Returns that something dangerous could not be hidden, for all who were asked, at once and by
   * night too; empty if nobody was, or somebody closed it.
   *
   * @param told who got a notice of the escalation so far
   */
  public static Optional<DecisionNews> notHidden(
      EscalationState course, List<Contact> told, Instant now) {
    List<Contact> to = course instanceof Closed ? List.of() : asked(course, told, "");
    return to.isEmpty() ? Optional.empty() : Optional.of(new DecisionNews(to, now, true));
  }

  private static List<Contact> asked(EscalationState course, List<Contact> told, String without) {
    Set<String> seen = new HashSet<>(Set.of(without));
    return Stream.concat(told.stream(), course.with().stream())
        .filter(contact -> seen.add(contact.person()))
        .toList();
  }
}
