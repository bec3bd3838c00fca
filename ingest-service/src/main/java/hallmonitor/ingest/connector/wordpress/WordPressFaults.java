package hallmonitor.ingest.connector.wordpress;

import hallmonitor.ingest.connector.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Interprets error answers. WordPress sends {@code {code, message, data: {status}}}; a server in
 * front of it may not.
 */
final class WordPressFaults {
  private static final Duration UNSAID = Duration.ofSeconds(30);

  private WordPressFaults() {}

  /**
   * Returns the fault for an error.
   *
   * @param code WordPress's error code, empty if the answer is not from WordPress
   * @param message WordPress's sentence for people
   */
  static Fault of(
      int status, String code, String message, Optional<Duration> retryAfter, URI site) {
    if (status == 429 || status == 503 && retryAfter.isPresent()) {
      return new Fault.Throttled(
          site + " asks for fewer requests; it is left alone for a while, then read on.",
          retryAfter.orElse(UNSAID));
    }
    if (status == 401) {
      return new Fault.AuthLost(
          site
              + " does not accept the user name and application password; make a new application password in the user's profile there and store it as 'user:password'.");
    }
    if (status == 403 && (code.isEmpty() || code.startsWith("rest_forbidden"))) {
      return new Fault.AuthLost(
          site
              + " refuses this user (403); give the user the role Editor, and let a security plugin or firewall pass the REST API.");
    }
    if (status == 410 || status == 404 && code.equals("rest_comment_invalid_id")) {
      return new Fault.Gone("The comment no longer exists on " + site + ".");
    }
    if (status == 408 || status >= 500) {
      return new Fault.Transient(
          "%s failed to answer (status %d); look at the site's error log if it lasts. It is tried again."
              .formatted(site, status));
    }
    // The next two concern the site and not the comment: an order must survive a maintenance page.
    if (status / 100 == 3) {
      return new Fault.Transient(
          site
              + " redirects elsewhere, which is not followed; put the final address into base-url.");
    }
    if (status == 404) {
      return new Fault.Transient(
          "There is no WordPress REST API at %s; check base-url, and that permalinks are not set to 'plain'."
              .formatted(site));
    }
    return new Fault.Rejected(
        "%s refused (status %d%s)%s"
            .formatted(
                site,
                status,
                code.isEmpty() ? "" : ", " + code,
                message.isEmpty() ? "." : ": " + CommentText.of(message)));
  }
}
