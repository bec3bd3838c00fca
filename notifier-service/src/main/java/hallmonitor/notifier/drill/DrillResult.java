package hallmonitor.notifier.drill;

import hallmonitor.notifier.drill.DrillTable.Message;
import hallmonitor.notifier.notice.PersonNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges a drill. */
final class DrillResult {
  private DrillResult() {}

  /**
   * Returns one sentence on what is wrong; empty if nothing is.
   *
   * @param over whether no more answers are awaited, so that a missing one counts
   */
  static Optional<String> of(List<Message> messages, PersonNames names, boolean over) {
    List<String> wrong = new ArrayList<>();
    String missing =
        messages.stream()
            .filter(message -> !message.isForTools() && message.answered().isEmpty())
            .map(message -> names.of(message.person()))
            .collect(Collectors.joining(", "));
    if (over && !missing.isEmpty()) {
      wrong.add("No answer from " + missing + ".");
    }
    if (over && messages.stream().allMatch(Message::isForTools)) {
      wrong.add("Nobody in district.yaml would get an alarm.");
    }
    messages.stream()
        .filter(message -> !message.problem().isEmpty())
        .filter(message -> over || message.attempts() > 1)
        .map(Message::problem)
        .distinct()
        .forEach(wrong::add);
    return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", wrong));
  }

  /** Returns whether everyone has answered, so that nothing is awaited. */
  static boolean isAnswered(List<Message> messages, Instant now) {
    return messages.stream()
        .allMatch(
            message ->
                message.isForTools()
                    || message.answered().isPresent()
                    || !message.dueAt().isAfter(now));
  }
}
