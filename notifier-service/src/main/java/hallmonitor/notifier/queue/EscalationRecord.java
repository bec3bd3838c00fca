package hallmonitor.notifier.queue;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEscalated.Finding;
import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.Urgency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.ColumnMapper;

/** Converts the event into this service's own record. */
public final class EscalationRecord {
  /** The column that keeps the event. */
  public static final ColumnMapper<Escalation> COLUMN =
      (row, column, context) -> read(row.getBytes(column));

  private EscalationRecord() {}

  /**
   * Parses an event.
   *
   * @throws EventJson.UnreadableEvent if the bytes are not an escalation
   */
  public static Escalation read(byte[] json) {
    return of(EventJson.read(json, CaseEscalated.class));
  }

  public static Escalation of(CaseEscalated event) {
    return new Escalation(
        event.escalationId(),
        event.caseId(),
        orEmpty(event.category()),
        event.clause(),
        orEmpty(event.clauseTitle()),
        event.clauseTitleSpanish(),
        Urgency.valueOf(event.urgency().name()),
        event.building(),
        event.comment().account(),
        orEmpty(event.snapshot().accountName()),
        event.roles(),
        event.hideOrdered(),
        event.hideNotDone().isPresent(),
        Objects.requireNonNullElse(event.snapshot().permalink(), Optional.empty()),
        event.capture().map(c -> c.seen().post().id()),
        event.capture().flatMap(c -> c.seen().author().id()),
        orEmpty(event.snapshot().authorName()),
        orEmpty(event.snapshot().text()),
        shown(event),
        event.escalatedAt());
  }

  /**
   * A known picture says more than the words beside it, which change from post to post. What shows
   * nothing that could be compared is like nothing else.
   */
  private static String shown(CaseEscalated event) {
    List<Finding> found = event.snapshot().findings();
    Stream<String> pictured =
        found.stream()
            .filter(f -> Finding.IN_A_PICTURE.equals(f.detector()))
            .flatMap(f -> f.quoted().stream())
            .distinct();
    String words =
        Stream.concat(Stream.of(orEmpty(event.snapshot().text())), pictured)
            .collect(Collectors.joining("\n"));
    return found.stream()
        .filter(f -> Finding.KNOWN_PICTURE.equals(f.detector()))
        .filter(f -> Objects.equals(f.category(), event.category()))
        .map(f -> orEmpty(f.why()))
        .findFirst()
        .orElse(words.isBlank() ? event.escalationId().toString() : words);
  }

  private static String orEmpty(String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
