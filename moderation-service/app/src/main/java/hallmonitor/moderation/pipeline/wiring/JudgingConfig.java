package hallmonitor.moderation.pipeline.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of judging. */
@ConfigMapping(prefix = "hallmonitor.judging")
public interface JudgingConfig {
  /**
   * Returns whether the second stage scores comments that the linear model is unsure about. It
   * takes about 200 MB of memory while there are such comments, and some milliseconds for each.
   */
  @WithDefault("true")
  boolean secondStage();

  /**
   * Returns how long a model of the second stage stays in memory when no comment needs it. Loading
   * all of them again takes about a second.
   */
  @WithDefault("1m")
  Duration modelRest();

  /**
   * Returns the longest time between an author's short comments under one post that are read
   * together; 0 for never.
   */
  @WithDefault("10m")
  Duration readTogetherWithin();

  /** Returns how many authors attacking one person make a pile-on, at least 2. */
  @WithDefault("4")
  int pileOnAuthors();

  /** Returns the time span of a pile-on. */
  @WithDefault("60m")
  Duration pileOnWithin();

  /**
   * Returns the time limit of one detector for one comment, after which a person must review it;
   * the scout and each encoder are stopped after a quarter of it.
   */
  @WithDefault("4s")
  Duration timeLimit();
}
