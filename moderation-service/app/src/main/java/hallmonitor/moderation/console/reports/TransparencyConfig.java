package hallmonitor.moderation.console.reports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether the public sees the district's figures. */
@ConfigMapping(prefix = "hallmonitor.transparency")
public interface TransparencyConfig {
  /** Returns whether {@code /transparency} shows them; otherwise it says that they are not. */
  @WithDefault("false")
  boolean published();
}
