package hallmonitor.moderation.pipeline.jobs;

import hallmonitor.messaging.PublishedAgain;
import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import hallmonitor.moderation.store.escalation.UnansweredEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Publishes again what the broker took and nothing came of, although those who read it have read
 * everything: the broker must have lost it, or its answer. All readers know what they have. Any
 * number of instances may run it at the same time.
 */
public final class LostEventsJob {
  /** Asks the brokers how much of a topic a group has not read. */
  @FunctionalInterface
  public interface Unread {
    long of(String group, String topic) throws Exception;
  }

  private static final System.Logger LOG = System.getLogger(LostEventsJob.class.getName());

  /** Long enough for people to be told, and for the trouble to be over when nothing follows. */
  private static final Duration ALARM_FOR = Duration.ofMinutes(10);

  private record Lost(int events, Instant at) {}

  private final Jdbi database;
  private final Producer<byte[], byte[]> producer;
  private final Unread unread;
  private final NotifierBacklog notifier;
  private final Duration patience;
  private final Clock clock;
  private final PipelineMetrics metrics;
  private volatile @Nullable Lost latest;
  private volatile @Nullable String trouble;

  /**
   * Creates the job.
   *
   * @param producer idempotent, acks=all; not closed here
   * @param patience from when the broker took an event until something must have come of it
   */
  public LostEventsJob(
      Jdbi database,
      Producer<byte[], byte[]> producer,
      Unread unread,
      NotifierBacklog notifier,
      Duration patience,
      Clock clock,
      PipelineMetrics metrics) {
    this.database = database;
    this.producer = producer;
    this.unread = unread;
    this.notifier = notifier;
    this.patience = patience;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Returns how many were published again. A failure is logged once; the next round tries again.
   */
  public int publish() {
    int published = 0;
    Exception failure = null;
    for (UnansweredEvents kind : UnansweredEvents.values()) {
      try {
        published += publish(kind);
      } catch (Exception e) {
        failure = e;
      }
    }
    note(failure);
    return published;
  }

  private int publish(UnansweredEvents kind) throws Exception {
    // The brokers may answer slowly, so they are asked while no row is locked.
    if (database.inTransaction(t -> kind.due(t, patience)).isEmpty() || waits(kind)) {
      return 0;
    }
    return database.inTransaction(
        transaction -> {
          var due = kind.due(transaction, patience);
          if (due.isEmpty()) {
            return 0;
          }
          int events = PublishedAgain.publish(transaction, producer, due);
          note(kind, events);
          return events;
        });
  }

  private void note(@Nullable Exception failure) {
    if (failure == null) {
      trouble = null;
      return;
    }
    if (trouble == null) {
      LOG.log(System.Logger.Level.ERROR, "lost events cannot be looked for; trying on", failure);
    }
    trouble =
        "events that got lost cannot be looked for (%s)"
            .formatted(failure.getClass().getSimpleName());
  }

  /** What was not read, or not sealed, is not lost: it is late, which others tell. */
  private boolean waits(UnansweredEvents kind) throws Exception {
    return kind.areSealed() && notifier.sealsWait()
        || unread.of(kind.readers(), kind.topic().topicName()) > 0;
  }

  private void note(UnansweredEvents kind, int events) {
    metrics.publishedAgain(kind.topic(), events);
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} event(s) of {1} had no effect for {2} s or more and are published again",
        events,
        kind.topic().topicName(),
        patience.toSeconds());
    // An order may only take long; a hide of danger that does is told by its own clock.
    if (kind.areSealed()) {
      latest = new Lost(events, clock.instant());
    }
  }

  /**
   * Returns in one sentence that escalations or captures were lost in the last minutes and are
   * published again; empty if none were.
   */
  public Optional<String> alarm() {
    return Optional.ofNullable(latest)
        .filter(lost -> lost.at().plus(ALARM_FOR).isAfter(clock.instant()))
        .map(
            lost ->
                "Kafka lost %d escalation(s) or their answers; they were published again. Check Kafka's log and its disk."
                    .formatted(lost.events()));
  }

  /** Returns why lost events cannot be looked for, in words; empty if they can. */
  public Optional<String> fault() {
    return Optional.ofNullable(trouble);
  }
}
