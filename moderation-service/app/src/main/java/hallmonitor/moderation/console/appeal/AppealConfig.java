package hallmonitor.moderation.console.appeal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the public form. */
@ConfigMapping(prefix = "hallmonitor.appeals")
public interface AppealConfig {
  /** Returns the most appeals per hour from one address, or from one 64-bit network for IPv6. */
  @WithDefault("5")
  int sendsAnHour();

  /** Returns the most appeals per hour in total with a reference that exists. */
  @WithDefault("100")
  int allSendsAnHour();

  /** Returns the most appeals per hour in total that name a page and an author. */
  @WithDefault("20")
  int allByNameSendsAnHour();

  /** Returns the most status lookups per hour from one address. */
  @WithDefault("30")
  int looksAnHour();

  /** Returns the most status lookups per hour in total with a reference that exists. */
  @WithDefault("600")
  int allLooksAnHour();

  /**
   * Returns how long each answer to an appeal or a lookup takes at least, so that its time does not
   * tell whether the reference exists.
   */
  @WithDefault("500ms")
  Duration answerAfter();

  /** Returns the least time to fill in the form; anything faster is a bot. */
  @WithDefault("3s")
  Duration leastTime();

  /** Returns how long a form stays valid. */
  @WithDefault("12h")
  Duration longestTime();
}
