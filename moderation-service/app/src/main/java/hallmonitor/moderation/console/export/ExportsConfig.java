package hallmonitor.moderation.console.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of exports of what a search found. */
@ConfigMapping(prefix = "hallmonitor.exports")
public interface ExportsConfig {
  /** Returns the most comments and posts of one export. */
  @WithDefault("100000")
  int mostItems();

  /** Returns the most bytes of the files of one export. */
  @WithDefault("1073741824")
  long mostBytes();

  /** Returns how long an export can be downloaded. */
  @WithDefault("24h")
  Duration kept();

  /** Returns how often it is looked whether an export waits, such as {@code 1s}; off for never. */
  @WithDefault("1s")
  String every();
}
