package hallmonitor.notifier.queue;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.escalation.EscalatedComment;
import hallmonitor.notifier.escalation.EscalatedComment.Reason;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.mapper.ColumnMapper;

/** Converts the event into the comment as the answer page shows it. */
public final class CommentRecord {
  /** The column that keeps the event. */
  public static final ColumnMapper<EscalatedComment> COLUMN =
      (row, column, context) -> of(EventJson.read(row.getBytes(column), CaseEscalated.class));

  /**
   * Signs of something else with a lower score mean nothing to a person. Evidence keeps every
   * finding.
   */
  private static final double FLOOR = .05;

  private CommentRecord() {}

  static EscalatedComment of(CaseEscalated event) {
    return new EscalatedComment(
        EscalationRecord.of(event),
        Objects.requireNonNullElse(event.snapshot().postTitle(), ""),
        Objects.requireNonNullElse(event.snapshot().parentText(), Optional.empty()),
        event.snapshot().findings().stream()
            .filter(f -> f.score() >= FLOOR || Objects.equals(f.category(), event.category()))
            .map(
                f ->
                    new Reason(
                        Objects.requireNonNullElse(f.category(), ""),
                        f.quoted(),
                        Objects.requireNonNullElse(f.why(), "")))
            .toList(),
        event.snapshot().english());
  }
}
