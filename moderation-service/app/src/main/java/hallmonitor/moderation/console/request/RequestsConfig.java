package hallmonitor.moderation.console.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of requests for records. */
@ConfigMapping(prefix = "hallmonitor.requests")
public interface RequestsConfig {
  /** Returns the most requests per hour from one address, or from one 64-bit network for IPv6. */
  @WithDefault("5")
  int sendsAnHour();

  /**
   * Returns the most requests per hour from addresses of one 24-bit network, or 48-bit for IPv6.
   */
  @WithDefault("50")
  int nearSendsAnHour();

  /** Returns the most requests per hour in total. */
  @WithDefault("2000")
  int allSendsAnHour();

  /** Returns the most status lookups per hour from one address. */
  @WithDefault("60")
  int looksAnHour();

  /** Returns the most items of one request; a search that would find more adds nothing. */
  @WithDefault("100000")
  int mostItems();

  /** Returns how often people are reminded of deadlines, such as {@code 1m}; off for never. */
  @WithDefault("1m")
  String remindEvery();

  /** Returns how often it is looked whether a search waits, such as {@code 1s}; off for never. */
  @WithDefault("1s")
  String searchEvery();

  /** Returns how often it is looked whether a package waits, such as {@code 1s}; off for never. */
  @WithDefault("1s")
  String answerEvery();

  /** Returns the most bytes of all pictures of one package, as they are drawn. */
  @WithDefault("1073741824")
  long mostPictureBytes();

  /** Returns for how many days a link leads to an answer. */
  @WithDefault("30")
  int linkDays();

  /** Returns the most downloads of answers per hour from one address. */
  @WithDefault("20")
  int filesAnHour();
}
