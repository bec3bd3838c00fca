package hallmonitor.notifier.alarm;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.settings.escalation.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The queue of calls. The caller's row lock is its lease. */
public final class AlarmCalls {
  /**
   * What is wrong, without names of students and without quotes.
   *
   * @param building its name
   * @param message one sentence that says what to do
   * @param link to the case in the console
   */
  public record Alarm(
      UUID escalation,
      UUID caseId,
      String category,
      String building,
      String message,
      String link,
      Instant at) {}

  /**
   * What is wrong with Hall Monitor itself.
   *
   * @param subject such as {@code silent/moderation}
   * @param heading a few words
   * @param message what is wrong and what to do
   * @param link to the console
   */
  public record TroubleAlarm(
      String subject, String heading, String message, String link, Instant beganAt) {}

  /**
   * A queued call.
   *
   * @param body exactly as it is signed and sent
   */
  public record Call(UUID id, String channel, byte[] body, int attempts, Instant createdAt) {}

  private AlarmCalls() {}

  /** Adds one call per channel. A repeated alarm adds none. */
  public static void add(Handle transaction, List<Channel> channels, Alarm alarm) {
    for (Channel channel : channels) {
      String name = "alarm/" + alarm.escalation() + "/" + channel.id() + "/" + alarm.at();
      UUID id = UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
      byte[] body = AlarmBodies.of(channel.shape(), id, alarm);
      add(transaction, id, channel, alarm.escalation(), body, alarm.at());
    }
  }

  /** Adds one call per channel for a trouble that began. A repetition adds none. */
  public static void add(
      Handle transaction, List<Channel> channels, TroubleAlarm alarm, Instant now) {
    String about = "trouble/" + alarm.subject() + "/" + alarm.beganAt();
    UUID trouble = UUID.nameUUIDFromBytes(about.getBytes(UTF_8));
    for (Channel channel : channels) {
      UUID id = UUID.nameUUIDFromBytes((about + "/" + channel.id()).getBytes(UTF_8));
      byte[] body = AlarmBodies.of(channel.shape(), id, alarm);
      add(transaction, id, channel, trouble, body, now);
    }
  }

  private static void add(
      Handle transaction, UUID id, Channel channel, UUID about, byte[] body, Instant now) {
    transaction
        .createUpdate(
            """
            insert into alarm_call (call_id, channel, escalation_id, body, next_attempt_at, created_at)
            values (:id, :channel, :about, :body, :now, :now)
            on conflict do nothing
            """)
        .bind("id", id)
        .bind("channel", channel.id())
        .bind("about", about)
        .bind("body", body)
        .bind("now", time(now))
        .execute();
  }

  static Optional<Call> claim(Handle transaction, Instant now) {
    return transaction
        .createQuery(
            """
            select call_id as id, channel, body, attempts, created_at
            from alarm_call
            where state = 'queued'
              and next_attempt_at <= :now
            order by next_attempt_at limit 1
            for update skip locked
            """)
        .bind("now", time(now))
        .map(ConstructorMapper.of(Call.class))
        .findOne();
  }

  /** Returns how long the oldest call has been due, in seconds; 0 if none is. */
  public static double lateSeconds(Handle handle) {
    return handle
        .createQuery(
            """
            select coalesce(greatest(0, extract(epoch from clock_timestamp() - min(next_attempt_at))), 0)
            from alarm_call
            where state = 'queued'
            """)
        .mapTo(Double.class)
        .one();
  }

  static void done(Handle transaction, Call call, String state) {
    transaction
        .createUpdate(
            """
            update alarm_call
            set state = :state, attempts = attempts + 1
            where call_id = :id
            """)
        .bind("state", state)
        .bind("id", call.id())
        .execute();
  }

  static void again(Handle transaction, Call call, Instant now, Duration in) {
    transaction
        .createUpdate(
            """
            update alarm_call
            set attempts = attempts + 1, next_attempt_at = :at
            where call_id = :id
            """)
        .bind("at", time(now.plus(in)))
        .bind("id", call.id())
        .execute();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
