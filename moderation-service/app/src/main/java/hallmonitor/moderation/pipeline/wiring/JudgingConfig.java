package hallmonitor.moderation.pipeline.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of what judges comments. */
@ConfigMapping(prefix = "hallmonitor.judging")
public interface JudgingConfig {
  /**
   * Whether the encoder looks again at comments about which the linear model is unsure. It takes
   * about 100 MB of memory, and some milliseconds for each of them.
   */
  @WithDefault("true")
  boolean secondStage();

  /**
   * Up to what time apart the short comments of one author under one post are read together; 0 not
   * to.
   */
  @WithDefault("10m")
  Duration readTogetherWithin();

  /** How many authors who attack one person make a pile-on, at least 2. */
  @WithDefault("4")
  int pileOnAuthors();

  /** Within what time they do. */
  @WithDefault("60m")
  Duration pileOnWithin();

  /**
   * How long one detector may take for one comment before a person must look at it; the encoder is
   * stopped after half of it.
   */
  @WithDefault("4s")
  Duration timeLimit();
}
