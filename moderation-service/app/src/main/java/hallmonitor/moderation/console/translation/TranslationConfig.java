package hallmonitor.moderation.console.translation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "hallmonitor.translation")
public interface TranslationConfig {
  /**
   * Returns whether Spanish comments are translated if the {@code apertium} command is installed.
   */
  @WithDefault("true")
  boolean enabled();

  /** Returns how long one translation may take before the word list is shown; above 0. */
  @WithDefault("8s")
  Duration timeLimit();

  /**
   * Returns the folders to search for the command, separated as in {@code PATH}; empty for those of
   * {@code PATH}.
   */
  Optional<String> path();
}
