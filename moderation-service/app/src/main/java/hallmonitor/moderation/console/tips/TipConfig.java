package hallmonitor.moderation.console.tips;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Limits of the form to report something. */
@ConfigMapping(prefix = "hallmonitor.tips")
public interface TipConfig {
  /**
   * Returns where people outside reach the form, without a path; the console's own address if it is
   * not set.
   */
  Optional<URI> address();

  /** Returns the most tips per hour from one address, or from one 64-bit network for IPv6. */
  @WithDefault("10")
  int sendsAnHour();

  /** Returns the most tips per hour about one school from the public. */
  @WithDefault("300")
  int schoolSendsAnHour();

  /** Returns the most tips per hour by the signed link of a school, and by one signed-in person. */
  @WithDefault("60")
  int staffSendsAnHour();

  /** Returns the most tips per hour from the public about one school that notify people. */
  @WithDefault("20")
  int noticesAnHour();

  /** Returns the most status lookups per hour from one address. */
  @WithDefault("60")
  int looksAnHour();
}
