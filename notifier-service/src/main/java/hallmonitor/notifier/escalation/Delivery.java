package hallmonitor.notifier.escalation;

import hallmonitor.settings.escalation.EscalationPace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Delivery of the mails of a waiting escalation.
 *
 * @param refused people with mails refused since the last accepted mail
 * @param alarmAt when missing acceptance becomes an alarm; absent once a mail was accepted
 * @param alarmed whether an alarm was raised; it stays until someone answers
 * @param lastMailAt when people were last notified
 * @param moreAt when they are notified of joined comments; absent if there are no new ones
 */
public record Delivery(
    List<String> refused,
    Optional<Instant> alarmAt,
    boolean alarmed,
    Instant lastMailAt,
    Optional<Instant> moreAt) {
  public Delivery {
    Objects.requireNonNull(lastMailAt, "lastMailAt");
    refused = refused == null ? List.of() : List.copyOf(refused);
    alarmAt = alarmAt == null ? Optional.empty() : alarmAt;
    moreAt = moreAt == null ? Optional.empty() : moreAt;
  }

  /** Starts the mail server's time limit when people are notified. */
  static Delivery of(Instant told, EscalationPace pace) {
    return new Delivery(
        List.of(), Optional.of(told.plus(pace.undeliveredAfter())), false, told, Optional.empty());
  }

  /** Records that more people are notified; their mail includes the joined comments. */
  Delivery again(Instant told, EscalationPace pace) {
    Optional<Instant> by =
        alarmed
            ? Optional.empty()
            : alarmAt.or(() -> Optional.of(told.plus(pace.undeliveredAfter())));
    return new Delivery(refused, by, alarmed, told, Optional.empty());
  }

  Delivery taken() {
    return new Delivery(List.of(), Optional.empty(), alarmed, lastMailAt, moreAt);
  }

  Delivery refusedTo(String person) {
    List<String> all = Stream.concat(refused.stream(), Stream.of(person)).distinct().toList();
    return new Delivery(all, alarmAt, alarmed, lastMailAt, moreAt);
  }

  Delivery withAlarm() {
    return new Delivery(List.of(), Optional.empty(), true, lastMailAt, moreAt);
  }

  Delivery moreAt(Instant when) {
    return new Delivery(refused, alarmAt, alarmed, lastMailAt, Optional.of(when));
  }

  Delivery earlier(Duration by) {
    return new Delivery(
        refused,
        alarmAt.map(at -> at.minus(by)),
        alarmed,
        lastMailAt.minus(by),
        moreAt.map(at -> at.minus(by)));
  }

  boolean alarmIsDue(Instant now) {
    return !alarmed && alarmAt.filter(at -> !at.isAfter(now)).isPresent();
  }

  boolean moreIsDue(Instant now) {
    return moreAt.filter(at -> !at.isAfter(now)).isPresent();
  }
}
