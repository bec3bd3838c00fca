package hallmonitor.moderation.pipeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of what judges comments. */
@ConfigMapping(prefix = "hallmonitor.judging")
public interface JudgingConfig {
  /**
   * Whether the encoder looks again at comments about which the linear model is unsure. It takes
   * about 100 MB of memory, and some milliseconds for each of them.
   */
  @WithDefault("true")
  boolean secondStage();
}
