package hallmonitor.moderation.console.translation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "hallmonitor.translation")
public interface TranslationConfig {
  /** Returns whether Spanish comments are translated where the {@code apertium} command is. */
  @WithDefault("true")
  boolean enabled();

  /** Returns how long one translation may take before the word list is shown; above 0. */
  @WithDefault("8s")
  Duration timeLimit();

  /**
   * Returns the folders in which the command is looked for, separated as in {@code PATH}; those of
   * {@code PATH} when there are none.
   */
  Optional<String> path();
}
