package hallmonitor.ingest.connector.http;

import hallmonitor.ingest.connector.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What a status means on any server. Other meanings are platform-specific. */
public final class HttpFaults {
  private static final Duration UNSAID = Duration.ofSeconds(30);

  private HttpFaults() {}

  /**
   * Returns the fault for a status that concerns the server and not the comment; empty for others.
   *
   * @param retryAfter as the server says it
   */
  public static Optional<Fault> of(int status, Optional<Duration> retryAfter, URI site) {
    if (status == 429 || status == 503 && retryAfter.isPresent()) {
      return Optional.of(throttled(site, retryAfter));
    }
    if (status == 408 || status >= 500) {
      return Optional.of(
          new Fault.Transient(
              "%s failed to answer (status %d); look at the site's error log if it lasts. It is tried again."
                  .formatted(site, status)));
    }
    // An order must survive a maintenance page.
    if (status / 100 == 3) {
      return Optional.of(
          new Fault.Transient(
              site
                  + " redirects elsewhere, which is not followed; put the final address into base-url."));
    }
    return Optional.empty();
  }

  public static Fault throttled(URI site, Optional<Duration> retryAfter) {
    return new Fault.Throttled(
        site + " asks for fewer requests; it is left alone for a while, then read on.",
        retryAfter.orElse(UNSAID));
  }

  /** Returns the fault for an answer in a form that the platform never gives. */
  public static Fault unreadable(URI site, String expected) {
    return new Fault.Transient(
        "%s answered with something that is not %s; does a maintenance page, a plugin or a firewall stand in front of it? It is tried again."
            .formatted(site, expected));
  }
}
