package hallmonitor.moderation.console.release;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the media-release list. */
@ConfigMapping(prefix = "hallmonitor.media-release")
public interface MediaReleaseConfig {
  /**
   * Returns how many students one person may ask about in an hour, so that no one reads the list.
   */
  @WithDefault("30")
  int questionsPerHour();

  /** Returns how long before refusals end those who keep the list are reminded. */
  @WithDefault("30d")
  Duration remindBefore();
}
