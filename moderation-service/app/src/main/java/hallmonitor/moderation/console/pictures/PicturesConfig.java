package hallmonitor.moderation.console.pictures;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "hallmonitor.pictures")
public interface PicturesConfig {
  /**
   * Returns whether this server fetches pictures that evidence does not keep, from the sites that
   * have them.
   */
  @WithDefault("true")
  boolean fetch();

  /** Returns the size limit of one picture, in bytes. */
  @WithDefault("5242880")
  long bytes();

  /**
   * Returns how many bytes pictures may take in the archive, including those of evidence, before no
   * more are fetched.
   */
  @WithDefault("2147483648")
  long total();

  /** Returns the time limit of one fetch, including redirects. */
  @WithDefault("10s")
  Duration time();
}
