package hallmonitor.moderation.console.appeal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the public form bears. */
@ConfigMapping(prefix = "hallmonitor.appeals")
public interface AppealConfig {
  /** Objections an hour from one address; of an IPv6 address its network of 64 bits counts. */
  @WithDefault("5")
  int sendsAnHour();

  /** Objections an hour from everybody together. */
  @WithDefault("100")
  int allSendsAnHour();

  /** Looks an hour at how an objection stands, from one address. */
  @WithDefault("30")
  int looksAnHour();

  /** The same from everybody together. */
  @WithDefault("600")
  int allLooksAnHour();

  /** A form that comes back sooner was filled in by a program. */
  @WithDefault("3s")
  Duration leastTime();

  /** How long a form may stay open. */
  @WithDefault("12h")
  Duration longestTime();
}
