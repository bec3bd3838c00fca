package hallmonitor.ingest.connector.meta;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.http.HttpFaults;
import hallmonitor.ingest.connector.http.JsonAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Interprets errors by their code, no matter what the status is
 * (https://developers.facebook.com/docs/graph-api/guides/error-handling).
 */
final class GraphFaults {
  /** The app, the user, the page, or anything else calls too often. */
  private static final Set<Integer> TOO_MANY = Set.of(4, 17, 32, 341, 613);

  /** The limits of the business use cases. */
  private static final int FIRST_USE_CASE = 80_000;

  private static final int LAST_USE_CASE = 80_014;

  /** Meta stopped an act that looked like abuse. */
  private static final int BLOCKED_FOR_A_WHILE = 368;

  private static final Set<Integer> NO_TOKEN = Set.of(102, 190, 463, 467);
  private static final int FIRST_PERMISSION = 200;
  private static final int LAST_PERMISSION = 299;
  private static final Set<Integer> PERMISSION = Set.of(3, 10);
  private static final Set<Integer> TRY_AGAIN = Set.of(1, 2);
  private static final int PARAMETER = 100;

  /** An object that does not exist, or that this token may not see. */
  private static final int NO_OBJECT = 33;

  private static final Duration UNSAID = Duration.ofMinutes(5);
  private static final Duration AFTER_BLOCK = Duration.ofMinutes(30);

  private GraphFaults() {}

  static Fault of(
      JsonAnswer answer, Optional<Duration> untilMore, Optional<Duration> retryAfter, URI site) {
    JsonNode error = answer.body().path("error");
    int code = error.path("code").asInt(-1);
    if (TOO_MANY.contains(code) || code >= FIRST_USE_CASE && code <= LAST_USE_CASE) {
      return HttpFaults.throttled(site, Optional.of(untilMore.or(() -> retryAfter).orElse(UNSAID)));
    }
    if (code == BLOCKED_FOR_A_WHILE) {
      return new Fault.Throttled(
          "Meta stopped this app for a while because its acts looked like abuse; look at the app's dashboard. It is tried again later.",
          AFTER_BLOCK,
          true);
    }
    if (NO_TOKEN.contains(code)) {
      return noToken(error.path("error_subcode").asInt());
    }
    if (PERMISSION.contains(code) || code >= FIRST_PERMISSION && code <= LAST_PERMISSION) {
      return new Fault.AuthLost(
          "Meta refuses this token (code %d): a permission or the task Moderate is missing. Give the app the permissions that the documentation names, make a new token and store it."
              .formatted(code));
    }
    if (code == PARAMETER && error.path("error_subcode").asInt() == NO_OBJECT) {
      return new Fault.Gone("The comment no longer exists, or this token may not see it.");
    }
    if (TRY_AGAIN.contains(code) || error.path("is_transient").asBoolean()) {
      return new Fault.Transient(
          site + " failed to answer (code " + code + "). It is tried again.");
    }
    return HttpFaults.of(answer.status(), retryAfter, site)
        .orElseGet(() -> refused(answer.status(), code, site));
  }

  private static Fault noToken(int subcode) {
    String why =
        switch (subcode) {
          case 458 -> "the app was taken off the account";
          case 459, 464 -> "its owner must sign in at facebook.com first";
          case 460 -> "its owner's password changed";
          case 463 -> "it has expired";
          default -> "it is wrong, was taken back, or lacks the app secret's proof";
        };
    return new Fault.AuthLost(
        "Meta does not accept the token: %s. Make a new one and store it.".formatted(why));
  }

  private static Fault refused(int status, int code, URI site) {
    return code < 0 && status == 404
        ? new Fault.Transient(
            "There is no Graph API at %s; check base-url, which is https://graph.facebook.com. It is tried again."
                .formatted(site))
        : new Fault.Rejected("Meta refused (status %d, code %d).".formatted(status, code));
  }
}
