package hallmonitor.notifier.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long something may be wrong with Hall Monitor before someone is told. */
@ConfigMapping(prefix = "hallmonitor.silence")
public interface WatchSettings {
  /** Returns the limit for a service that was heard: six signs of life. */
  @WithDefault("1m")
  Duration runningAfter();

  /** Returns the limit for a service that has not been heard yet, which may be starting. */
  @WithDefault("3m")
  Duration startingAfter();

  /** Returns the limit for a service that was stopped in order, most often for an update. */
  @WithDefault("10m")
  Duration stoppedAfter();

  /** Returns the limit for a part that says that it does not work; most recover within seconds. */
  @WithDefault("2m")
  Duration faultAfter();

  @WithDefault("1m")
  Duration databaseAfter();

  /** Returns the limit for mail; servers that delay unknown senders take minutes. */
  @WithDefault("5m")
  Duration mailAfter();

  /** Returns the limit since any account was read. */
  @WithDefault("30m")
  Duration readingAfter();

  @WithDefault("10m")
  Duration firstLookAfter();

  @WithDefault("30m")
  Duration secondLookAfter();

  /** Returns the limit for what moderation orders, which leaves it within a second. */
  @WithDefault("2m")
  Duration outboxAfter();

  /** Returns the limit for a seal, which takes less than a second. */
  @WithDefault("5m")
  Duration sealAfter();

  /** Returns the limit for a due notice, which takes seconds. */
  @WithDefault("5m")
  Duration noticeAfter();

  Heartbeat heartbeat();

  /** The watch outside, which notices that the whole machine is gone. */
  interface Heartbeat {
    /** Returns the name of the secret with its address; without one nobody is asked. */
    Optional<String> secret();

    /** Returns whether the address may be on this machine or in the district's own network. */
    @WithDefault("false")
    boolean privateNetwork();
  }
}
