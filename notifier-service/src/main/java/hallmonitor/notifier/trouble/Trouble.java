package hallmonitor.notifier.trouble;

import hallmonitor.settings.escalation.MessageRules;
import java.time.Instant;

/**
 * Something that is wrong.
 *
 * @param subject what it is about: {@code gateway/ID}, {@code gateway/ID/PERSON}, {@code
 *     roster/ID}, {@code silent/SERVICE}, {@code fault/SERVICE}, {@code late/WHAT}, {@code clock},
 *     {@code broker}, {@code database}, {@code mail}, {@code heartbeat}, {@code drill} or {@code
 *     backup}
 * @param why one sentence in English
 * @param urgent whether it is told by phone and to tools, too
 * @param told how often it was told since it began
 * @param over whether it has ended
 */
public record Trouble(
    String subject, String why, boolean urgent, Instant beganAt, int told, boolean over) {
  /** Why a letter about it is written. */
  public enum Occasion {
    BEGAN,
    STILL,
    OVER
  }

  public Occasion occasion() {
    return over ? Occasion.OVER : told == 0 ? Occasion.BEGAN : Occasion.STILL;
  }

  /** Returns what kind of trouble it is, as in the phrases. */
  String kind() {
    String[] parts = subject.split("/", 3);
    return parts.length == 3 ? "number" : parts[0];
  }

  /** Returns what or who it is about; empty if there is only one. */
  String about() {
    String[] parts = subject.split("/", 3);
    return parts.length > 1 ? parts[1] : "";
  }

  /** Returns whether it is about a gateway or roster that these rules have. */
  public boolean concerns(MessageRules rules) {
    if (subject.startsWith("roster/")) {
      return rules.rosters().stream().anyMatch(roster -> roster.id().equals(about()));
    }
    return subject.startsWith("gateway/") && rules.gateway(about()).isPresent();
  }
}
