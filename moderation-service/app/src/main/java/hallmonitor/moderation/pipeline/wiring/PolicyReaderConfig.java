package hallmonitor.moderation.pipeline.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the policy reader, which is off without an address. */
@ConfigMapping(prefix = "hallmonitor.policy-reader")
public interface PolicyReaderConfig {
  /** Returns the base of an OpenAI-compatible API, such as {@code http://127.0.0.1:11434/v1}. */
  Optional<String> url();

  /** Returns the model as the server names it. */
  Optional<String> model();

  /** Returns {@code low}, {@code medium} or {@code high}, for models that reason. */
  Optional<String> reasoningEffort();

  /**
   * Returns {@code a service outside the district}, in these words, if comments may be sent to an
   * address that is not on this machine or in a private network.
   */
  Optional<String> sendCommentsTo();

  /** Returns how far below the threshold of an alarm a score is doubtful, 0 to 0.25. */
  @WithDefault("0.05")
  double below();

  /** Returns how far above the threshold of an alarm or a hide a score is doubtful, 0 to 0.25. */
  @WithDefault("0.1")
  double above();

  /** Returns the time limit for all questions of a batch together, 100 ms to 30 s. */
  @WithDefault("3s")
  Duration timeLimit();

  /** Returns the most questions at the same time, 1 to 64. */
  @WithDefault("4")
  int atOnce();
}
