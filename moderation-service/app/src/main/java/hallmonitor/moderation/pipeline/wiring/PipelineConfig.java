package hallmonitor.moderation.pipeline.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the pipeline; the defaults suit one modest server. */
@ConfigMapping(prefix = "hallmonitor.pipeline")
public interface PipelineConfig {
  /** Returns the most comments per transaction, 1 to 10,000. */
  @WithDefault("1000")
  int maxBatch();

  /** Returns the number of comment batches handled in parallel, at most one per partition. */
  @WithDefault("2")
  int readers();

  /** Returns the threads that detect and judge within one batch; 0 for one per processor. */
  @WithDefault("0")
  int judgeThreads();

  /**
   * Returns the age at which a comment of an account's history only goes to review, no matter what
   * the policy says.
   */
  @WithDefault("30d")
  Duration longPast();

  /**
   * Returns the longest wait of an escalated comment's hide for the seal of its evidence. After
   * that the hide goes ahead with the archive's copy, and the case's history says so.
   */
  @WithDefault("30s")
  Duration sealWait();

  /**
   * Returns how long the hide of something dangerous may take before people are asked to hide it by
   * hand. They are asked immediately if the platform refuses it.
   */
  @WithDefault("5m")
  Duration dangerousHideWithin();

  /**
   * Returns how long an escalation or an order that Kafka took may be without any effect until it
   * is published again.
   */
  @WithDefault("2m")
  Duration lostAfter();
}
