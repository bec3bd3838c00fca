package hallmonitor.moderation.pipeline.metrics;

import hallmonitor.contract.event.Topic;
import hallmonitor.contract.event.TopicPrefix;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** The pipeline's metrics. The page on metrics lists their names. */
public final class PipelineMetrics {
  /** Work to be timed that may fail like a batch. */
  @FunctionalInterface
  public interface Timed<T> {
    T run() throws SQLException, InterruptedException;
  }

  private final Map<PolicyOutcome, Counter> judged = new EnumMap<>(PolicyOutcome.class);
  private final Counter known;
  private final Counter ahead;
  private final Timer judging;
  private final Timer seenToHidden;
  private final Counter deadLetters;
  private final Timer secondStage;
  private final Counter secondStageFailures;
  private final Timer policyReader;
  private final AtomicInteger policyReaderPaused = new AtomicInteger();
  private final Counter releasedWithoutSeal;
  private final AtomicInteger hanging = new AtomicInteger();
  private final MeterRegistry registry;

  public PipelineMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (PolicyOutcome outcome : PolicyOutcome.values()) {
      judged.put(
          outcome,
          Counter.builder("hallmonitor.comments.judged")
              .description("Comment revisions judged and archived, by what the policy answered")
              .tag("outcome", EnumCodes.of(outcome))
              .register(registry));
    }
    known =
        Counter.builder("hallmonitor.comments.known")
            .description("Records that said nothing new: redelivered or read again")
            .register(registry);
    ahead =
        Counter.builder("hallmonitor.comments.ahead")
            .description("Records given to the pipeline before their turn because of danger")
            .register(registry);
    judging =
        Timer.builder("hallmonitor.judge.batch")
            .description("Time for the detectors to look at one batch")
            .register(registry);
    seenToHidden =
        Timer.builder("hallmonitor.seen.to.hidden")
            .description("Time from when a connector read a comment to when the platform hid it")
            .publishPercentiles(0.5, 0.95, 0.99)
            .serviceLevelObjectives(
                Duration.ofMillis(250),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30))
            .register(registry);
    deadLetters =
        Counter.builder("hallmonitor.dead.letters")
            .description("Records of all services that could not be used")
            .register(registry);
    secondStage =
        Timer.builder("hallmonitor.second.stage")
            .description("Time for each comment that the second stage looked at")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    secondStageFailures =
        Counter.builder("hallmonitor.second.stage.failures")
            .description("Comments that the second stage failed on; a person must look at them")
            .register(registry);
    policyReader =
        Timer.builder("hallmonitor.policy.reader")
            .description("Time for each opinion of the policy reader")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    Gauge.builder("hallmonitor.policy.reader.paused", policyReaderPaused, AtomicInteger::get)
        .description("1 while the policy reader is not asked because it fails, else 0")
        .register(registry);
    releasedWithoutSeal =
        Counter.builder("hallmonitor.hides.released.without.seal")
            .description("Hides that went ahead because their evidence was not sealed in time")
            .register(registry);
    Gauge.builder("hallmonitor.judging.hanging", hanging, AtomicInteger::get)
        .description("Threads on which a detector does not come back; a restart frees them")
        .register(registry);
  }

  public <T> T timed(Timed<T> work) throws SQLException, InterruptedException {
    long start = System.nanoTime();
    try {
      return work.run();
    } finally {
      judging.record(Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** Returns how many batches were judged and how many comments got a second look, together. */
  public long judgingSteps() {
    return judging.count() + secondStage.count();
  }

  /**
   * Records a batch.
   *
   * @param read records of the batch
   * @param updates of those that said something new
   */
  public void handled(int read, int updates) {
    known.increment(read - updates);
  }

  /** Records that dangerous records did not wait for their turn. */
  public void readAhead(int records) {
    ahead.increment(records);
  }

  /** Records verdicts that no other look follows. */
  public void judged(List<Verdict> verdicts) {
    verdicts.forEach(this::judged);
  }

  private void judged(Verdict verdict) {
    Objects.requireNonNull(judged.get(verdict.outcome()), "the constructor makes one for each")
        .increment();
    for (Finding finding : verdict.findings()) {
      if (finding.category() == Category.DETECTOR_FAILURE) {
        Counter.builder("hallmonitor.detector.failures")
            .description("Comments that a detector failed on or took too long for")
            .tag("detector", finding.detector())
            .register(registry)
            .increment();
      }
    }
  }

  /** Counts threads that hang more or less than before. */
  public void hanging(int more) {
    hanging.addAndGet(more);
  }

  /** Returns how many threads hang. */
  public int hanging() {
    return hanging.get();
  }

  public void hidden(List<Duration> times) {
    // Clocks of two machines may differ, and a negative time would be rejected.
    times.forEach(t -> seenToHidden.record(t.isNegative() ? Duration.ZERO : t));
  }

  public void lookedAgain(Duration time) {
    secondStage.record(time);
  }

  public void secondStageFailed() {
    secondStageFailures.increment();
  }

  public void policyRead(Duration time) {
    policyReader.record(time);
  }

  public void policyReaderPaused(boolean paused) {
    policyReaderPaused.set(paused ? 1 : 0);
  }

  /**
   * Counts a question without an answer.
   *
   * @param why such as {@code timeout}
   */
  public void noOpinion(String why) {
    Counter.builder("hallmonitor.policy.reader.failures")
        .description("Questions to the policy reader that got no opinion")
        .tag("why", why)
        .register(registry)
        .increment();
  }

  public void publishedAgain(Topic topic, int events) {
    Counter.builder("hallmonitor.events.published.again")
        .description("Events that had no effect and were published again")
        .tag("topic", topic.topicName(TopicPrefix.NONE))
        .register(registry)
        .increment(events);
  }

  public void releasedWithoutSeal(int hides) {
    releasedWithoutSeal.increment(hides);
  }

  public void died(int records) {
    deadLetters.increment(records);
  }
}
