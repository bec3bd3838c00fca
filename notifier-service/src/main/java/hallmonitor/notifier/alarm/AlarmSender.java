package hallmonitor.notifier.alarm;

import hallmonitor.messaging.Worker;
import hallmonitor.notifier.alarm.AlarmCalls.Call;
import hallmonitor.settings.escalation.Channel;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Makes due calls and retries failed ones. */
public final class AlarmSender implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(AlarmSender.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);

  private final Jdbi database;
  private final Supplier<List<Channel>> channels;
  private final Function<String, Optional<String>> secrets;
  private final InstantSource clock;
  private final Webhook webhook = new Webhook();
  private final AtomicReference<String> trouble = new AtomicReference<>();
  private final Worker worker = new Worker("alarm sender", this::callNext).patience(PATIENCE);

  /**
   * Creates a sender.
   *
   * @param secrets returns a secret by its name; empty if there is none
   */
  public AlarmSender(
      Jdbi database,
      Supplier<List<Channel>> channels,
      Function<String, Optional<String>> secrets,
      InstantSource clock) {
    this.database = database;
    this.channels = channels;
    this.secrets = secrets;
    this.clock = clock;
  }

  public AlarmSender start() {
    worker.start();
    return this;
  }

  public boolean alive() {
    return worker.alive();
  }

  /** Returns why calls are currently not accepted, in words. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble.get());
  }

  /** Returns what prevents due calls altogether, in words. */
  public Optional<String> fault() {
    return worker.fault();
  }

  private Duration callNext() {
    return database.inTransaction(this::callNext) ? Duration.ZERO : Worker.IDLE;
  }

  /** Keeps the row locked during the call, so that it is free as soon as the process dies. */
  private boolean callNext(Handle transaction) {
    Instant now = clock.instant();
    Optional<Call> next = AlarmCalls.claim(transaction, now);
    if (next.isEmpty()) {
      return false;
    }
    Call call = next.get();
    Optional<String> wrong = call(call, now);
    if (wrong.isEmpty()) {
      trouble.set(null);
      AlarmCalls.done(transaction, call, "taken");
      LOG.log(
          System.Logger.Level.INFO, "alarm taken: call={0} channel={1}", call.id(), call.channel());
      return true;
    }
    trouble.set("The second channel '" + call.channel() + "' takes no alarms: " + wrong.get());
    LOG.log(
        System.Logger.Level.WARNING,
        "alarm not taken: call={0} channel={1}: {2}",
        call.id(),
        call.channel(),
        wrong.get());
    if (call.createdAt().plus(GIVEN_UP_AFTER).isBefore(now)) {
      AlarmCalls.done(transaction, call, "given-up");
    } else {
      AlarmCalls.again(transaction, call, now, wait(call.attempts()));
    }
    return true;
  }

  private Optional<String> call(Call call, Instant now) {
    Optional<Channel> channel =
        channels.get().stream().filter(c -> c.id().equals(call.channel())).findFirst();
    if (channel.isEmpty()) {
      return Optional.of("it is no longer in escalation.yaml");
    }
    Optional<String> url = secrets.apply(channel.get().url());
    Optional<String> key = channel.get().key().flatMap(secrets);
    if (url.isEmpty() || key.isPresent() != channel.get().key().isPresent()) {
      return Optional.of("the secret with its address or key is missing");
    }
    try {
      URI to = URI.create(url.get());
      return webhook.call(to, channel.get().privateNetwork(), key, call.id(), call.body(), now);
    } catch (IllegalArgumentException e) {
      return Optional.of("the secret with its address holds no web address");
    }
  }

  private static Duration wait(int attempts) {
    Duration wait = Duration.ofSeconds(1L << Math.min(attempts, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /** Finishes the current call. */
  @Override
  public void close() {
    worker.close();
  }
}
