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
   * Words, those in pictures, and names of known pictures. New words beside a known picture make it
   * another thing: they can be a danger of their own.
   */
  private static String shown(CaseEscalated event) {
    List<Finding> found = event.snapshot().findings();
    Stream<String> pictured =
        found.stream()
            .filter(f -> Finding.IN_A_PICTURE.equals(f.detector()))
            .flatMap(f -> f.quoted().stream());
    Stream<String> known =
        found.stream()
            .filter(f -> Finding.KNOWN_PICTURE.equals(f.detector()))
            .map(f -> orEmpty(f.why()));
    return Stream.concat(
            Stream.of(orEmpty(event.snapshot().text())),
            Stream.concat(pictured, known).distinct().sorted())
        .collect(Collectors.joining("\n"));
  }

  private static String orEmpty(String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
