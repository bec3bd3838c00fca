package hallmonitor.moderation.pipeline.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the pipeline; the defaults suit one modest server. */
@ConfigMapping(prefix = "hallmonitor.pipeline")
public interface PipelineConfig {
  /** Most comments that one transaction takes, 1 to 10,000. */
  @WithDefault("1000")
  int maxBatch();

  /** Comment batches worked on at the same time, at most one a partition. */
  @WithDefault("2")
  int readers();

  /** Threads that detect and judge within one batch; 0 for one a processor. */
  @WithDefault("0")
  int judgeThreads();

  /**
   * From what age on a comment out of an account's history is only put before a person, whatever
   * the policy asks.
   */
  @WithDefault("30d")
  Duration longPast();

  /**
   * How long the hide of an escalated comment waits for the seal of its evidence at most; then it
   * goes ahead on what the archive holds, and the case's history says so.
   */
  @WithDefault("30s")
  Duration sealWait();
}
