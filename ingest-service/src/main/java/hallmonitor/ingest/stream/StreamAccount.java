package hallmonitor.ingest.stream;

import hallmonitor.ingest.connector.StreamSource;
import org.jspecify.annotations.Nullable;

/**
 * An account on a platform that may stream news.
 *
 * @param id the account's
 * @param wake lets the account be read soon; must return at once and may be called at any rate
 */
public record StreamAccount(String id, StreamSource source, Runnable wake) {
  /** Returns whether the other one is this account, read in the same way. */
  boolean isStill(@Nullable StreamAccount other) {
    return other != null && other.source() == source;
  }
}
