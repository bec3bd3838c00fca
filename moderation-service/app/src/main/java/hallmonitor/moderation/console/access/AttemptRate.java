package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often one network, or one device that is known, may try to sign in. In memory, so that a
 * flood costs neither a hash nor the database; a restart forgives everyone.
 */
@ApplicationScoped
class AttemptRate {
  /** Enough for a flood from a large network; the one that was quiet longest is forgotten. */
  private static final int MOST_SOURCES = 20_000;

  private final int aMinute;
  private final InstantSource clock;

  private final Map<String, TokenBucket> buckets =
      new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
          return size() > MOST_SOURCES;
        }
      };

  @Inject
  AttemptRate(ConsoleConfig config) {
    this(config.signInsAMinute(), InstantSource.system());
  }

  /**
   * @param aMinute also how many may come at once; above 0
   * @throws ConfigurationException for the operator, without a stack trace
   */
  AttemptRate(int aMinute, InstantSource clock) {
    if (aMinute < 1) {
      throw new ConfigurationException(
          "HALLMONITOR_CONSOLE_SIGN_INS_A_MINUTE is "
              + aMinute
              + ", so nobody could sign in. Set it to 1 or more and start again.");
    }
    this.aMinute = aMinute;
    this.clock = clock;
  }

  /** Stops a start that would let nobody in: the constructor refuses it. */
  void atStart(@Observes StartupEvent event) {}

  /** Counts an attempt and returns true if it is within the rate. */
  synchronized boolean mayTry(String source) {
    Instant now = clock.instant();
    Optional<TokenBucket> left =
        buckets.getOrDefault(source, new TokenBucket(aMinute, now)).take(now, aMinute);
    left.ifPresent(bucket -> buckets.put(source, bucket));
    return left.isPresent();
  }

  /** Returns how long it takes until one more attempt is within the rate. */
  Duration pause() {
    return Duration.ofSeconds(Math.max(1, 60 / aMinute));
  }
}
