package hallmonitor.ingest.connector.mediawiki;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.http.HttpFaults;
import hallmonitor.ingest.connector.http.JsonAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Interprets errors, which a wiki answers with status 200 and a header. */
final class WikiFaults {
  private WikiFaults() {}

  /** Returns the error's code, such as {@code permissiondenied}; empty for none. */
  static String code(JsonAnswer answer) {
    return answer
        .response()
        .headers()
        .firstValue("mediawiki-api-error")
        .orElseGet(() -> answer.body().at("/error/code").asText(""));
  }

  static Fault of(String code, String info, Optional<Duration> retryAfter, URI site) {
    return switch (code) {
      case "ratelimited", "maxlag", "actionthrottledtext" -> HttpFaults.throttled(site, retryAfter);
      case "permissiondenied", "blocked", "autoblocked", "readapidenied", "writeapidenied" ->
          new Fault.AuthLost(
              "%s refuses this user (%s); make the user an administrator there, and give the bot password the grants that the documentation names."
                  .formatted(site, code));
      case "assertuserfailed", "assertnameduserfailed", "badtoken", "notloggedin" ->
          notSignedIn(site);
      case "nosuchrevid", "missingtitle", "nosuchpageid", "pagedeleted" ->
          new Fault.Gone("The comment no longer exists on " + site + ".");
      case "readonly", "editconflict", "internal_api_error_DBQueryError" ->
          new Fault.Transient(site + " cannot be written to just now. It is tried again.");
      default ->
          code.startsWith("internal_api_error")
              ? new Fault.Transient(
                  site + " failed to answer; look at its log if it lasts. It is tried again.")
              : new Fault.Rejected("%s refused (%s): %s".formatted(site, code, info));
    };
  }

  static Fault notSignedIn(URI site) {
    return new Fault.AuthLost(
        site
            + " does not accept the bot password; make a new one under Special:BotPasswords there and store it as 'User@name:password'.");
  }

  static Fault noApi(int status, URI site) {
    return status == 401 || status == 403
        ? new Fault.AuthLost(
            "%s refuses this service (%d); let a firewall or proxy pass api.php."
                .formatted(site, status))
        : new Fault.Transient(
            "There is no api.php at %s (status %d); check base-url, which is the wiki's script path, such as https://wiki.example.org/w. It is tried again."
                .formatted(site, status));
  }
}
