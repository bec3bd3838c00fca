package hallmonitor.moderation.console.connect;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Settings of the links by which people connect accounts. */
@ConfigMapping(prefix = "hallmonitor.connect")
public interface ConnectConfig {
  /**
   * Returns where people outside reach the links, without a path; the console's own address if it
   * is not set.
   */
  Optional<URI> address();

  /** Returns how often one network may open links in an hour. */
  @WithDefault("60")
  int looksAnHour();

  /** Returns how often one link may hand over a password in an hour. */
  @WithDefault("10")
  int triesAnHour();
}
