package hallmonitor.ingest.connector.wordpress;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.http.HtmlText;
import hallmonitor.ingest.connector.http.HttpFaults;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Interprets error answers. WordPress sends {@code {code, message, data: {status}}}; a server in
 * front of it may not.
 */
final class WordPressFaults {
  private WordPressFaults() {}

  /**
   * Returns the fault for an error.
   *
   * @param code WordPress's error code, empty if the answer is not from WordPress
   * @param message WordPress's sentence for people
   */
  static Fault of(
      int status, String code, String message, Optional<Duration> retryAfter, URI site) {
    Optional<Fault> usual = HttpFaults.of(status, retryAfter, site);
    if (usual.isPresent()) {
      return usual.get();
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
    // This concerns the site. WordPress's other 404s are about a single missing object.
    if (status == 404 && (code.isEmpty() || code.equals("rest_no_route"))) {
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
                message.isEmpty() ? "." : ": " + HtmlText.of(message)));
  }
}
