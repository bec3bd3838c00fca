package hallmonitor.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;

import hallmonitor.system.ScratchStack;
import hallmonitor.system.history.ClockHistory;
import hallmonitor.system.history.ClockHistory.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reads the steps of each escalation of danger from the cases' history, where people see them. Only
 * the notifier knows what joined which.
 */
final class ClockReader {
  private static final String CONVERSATIONS =
      """
      select conversation_id::text as id, opened_at, state from conversation where urgency = 'immediate'
      """;

  private static final String STEPS =
      """
      select split_part(dedupe, '/', 2) as id, kind, at, dedupe from case_event
      where dedupe like 'escalation/%' and kind in ('notice-sent', 'reminded', 'acknowledged', 'closed',
        'acknowledgment-expired', 'handed-over', 'clock-started', 'clock-stopped')
      """;

  private static final Duration REST = Duration.ofSeconds(FaultSettings.STEP_SECONDS);

  private ClockReader() {}

  /** An escalation with all that joined it. */
  public record ConversationRow(String id, Instant openedAt, String state) {}

  /** An entry of a case's history. */
  public record StepRow(String id, String kind, Instant at, String dedupe) {}

  static List<ClockHistory> escalations(ScratchStack stack) {
    Map<String, List<StepRow>> events =
        stack.archive().all(STEPS, StepRow.class).stream().collect(groupingBy(StepRow::id));
    return stack.notices().all(CONVERSATIONS, ConversationRow.class).stream()
        .map(row -> history(row, events.getOrDefault(row.id(), List.of())))
        .toList();
  }

  /** Returns the clock of an escalation, whatever the order of the entries. */
  static ClockHistory history(ConversationRow conversation, List<StepRow> events) {
    String clock =
        UUID.nameUUIDFromBytes(("acknowledge/" + conversation.id()).getBytes(UTF_8)).toString();
    List<Instant> told = new ArrayList<>();
    Map<Instant, Optional<Instant>> steps = new TreeMap<>();
    for (StepRow event : events) {
      if (event.kind().equals("notice-sent")) {
        told.add(event.at());
      } else if (!event.kind().startsWith("clock-") || event.dedupe().contains(clock)) {
        steps.merge(event.at(), due(event), ClockReader::later);
      }
    }
    List<Step> inOrder = new ArrayList<>();
    steps.forEach((at, due) -> inOrder.add(new Step(at, due)));
    if (conversation.state().equals("closed") && !inOrder.isEmpty()) {
      Step last = inOrder.remove(inOrder.size() - 1);
      inOrder.add(new Step(last.at(), Optional.empty()));
    }
    return new ClockHistory(
        conversation.id(), conversation.openedAt(), told.stream().sorted().toList(), inOrder);
  }

  /**
   * A clock says when the next people are asked, and neither it nor a reminder says when the next
   * step comes; the settings of a run do.
   */
  private static Optional<Instant> due(StepRow event) {
    return switch (event.kind()) {
      case "clock-started" -> {
        Instant end = Instant.parse(event.dedupe().substring(event.dedupe().lastIndexOf('/') + 1));
        Instant reminder = event.at().plus(REST);
        yield Optional.of(reminder.isBefore(end) ? reminder : end);
      }
      case "reminded" -> Optional.of(event.at().plus(REST));
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    return one.isEmpty() || (other.isPresent() && other.get().isAfter(one.get())) ? other : one;
  }
}
