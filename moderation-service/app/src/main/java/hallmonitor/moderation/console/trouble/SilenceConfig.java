package hallmonitor.moderation.console.trouble;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long another service may say nothing before someone is told; as in the notifier. */
@ConfigMapping(prefix = "hallmonitor.silence")
public interface SilenceConfig {
  @WithDefault("1m")
  Duration runningAfter();

  @WithDefault("3m")
  Duration startingAfter();

  @WithDefault("10m")
  Duration stoppedAfter();
}
