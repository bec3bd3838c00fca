package hallmonitor.moderation.pipeline.jobs;

import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import hallmonitor.moderation.text.language.DetectedLanguages;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.LongSupplier;

/**
 * Gives memory back when a minute passed without a comment: the serial collector makes a heap
 * smaller only when it collects all of it, and a service that rests never does.
 */
@ApplicationScoped
public class MemoryReleaseJob {
  private final LongSupplier steps;
  private final Runnable release;
  private long before = -1;
  private long released = -1;

  @Inject
  MemoryReleaseJob(PipelineMetrics metrics, DetectedLanguages languages) {
    this(
        metrics::judgingSteps,
        () -> {
          languages.forget();
          System.gc();
        });
  }

  /**
   * Creates one.
   *
   * @param steps how much was judged so far
   */
  MemoryReleaseJob(LongSupplier steps, Runnable release) {
    this.steps = steps;
    this.release = release;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "1m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void look() {
    long now = steps.getAsLong();
    if (now == before && now != released) {
      release.run();
      released = now;
    }
    before = now;
  }
}
