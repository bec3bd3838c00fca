package hallmonitor.ingest.account;

import java.time.Duration;

/**
 * How long a platform wants to be left alone, so that the next owner of an account knows it. Acts
 * against danger never rest.
 *
 * @param reads until something is read; zero for now
 * @param acts until routine acts are carried out; zero for now
 */
public record PlatformRest(Duration reads, Duration acts) {
  public static final PlatformRest NONE = new PlatformRest(Duration.ZERO, Duration.ZERO);

  /** A shorter one is over before another instance takes over. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /**
   * A longer one is no window of a platform, but an allowance that a connector counts itself, and
   * that a person may have raised when the service starts again.
   */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** Returns what of this is worth telling the next owner. */
  PlatformRest told() {
    return new PlatformRest(told(reads), told(acts));
  }

  private static Duration told(Duration wait) {
    return wait.compareTo(SHORTEST) < 0 || wait.compareTo(LONGEST) > 0 ? Duration.ZERO : wait;
  }

  /** Returns the longer waits of both. */
  public PlatformRest and(PlatformRest other) {
    return new PlatformRest(longer(reads, other.reads), longer(acts, other.acts));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
