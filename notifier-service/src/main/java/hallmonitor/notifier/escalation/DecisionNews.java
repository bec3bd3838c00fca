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
 */
public record DecisionNews(List<Contact> to, Instant dueAt) {
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
    Optional<Urgency> urgency =
        course instanceof AwaitingAnswer it
            ? Optional.of(it.urgency())
            : course instanceof Acknowledged it ? Optional.of(it.urgency()) : Optional.empty();
    Set<String> seen = new HashSet<>(Set.of(by));
    List<Contact> to =
        Stream.concat(told.stream(), course.with().stream())
            .filter(contact -> seen.add(contact.person()))
            .toList();
    return urgency
        .filter(u -> !to.isEmpty())
        .map(u -> new DecisionNews(to, terms.notBefore(u, now.plus(SETTLES))));
  }
}
