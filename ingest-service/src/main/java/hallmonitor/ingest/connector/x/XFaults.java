package hallmonitor.ingest.connector.x;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.http.HttpFaults;
import hallmonitor.ingest.connector.http.JsonAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Interprets errors (https://docs.x.com/x-api/fundamentals/response-codes-and-errors). */
final class XFaults {
  /** Wait if X does not say when its window of 15 minutes ends; it may end any minute. */
  private static final Duration UNSAID = Duration.ofMinutes(1);

  private static final Duration WITHOUT_CREDITS = Duration.ofMinutes(10);

  private XFaults() {}

  /** Returns the kind of problem, such as {@code resource-not-found}; empty for none. */
  private static String kind(JsonAnswer answer) {
    String type = answer.body().path("type").asText("");
    return type.substring(type.lastIndexOf('/') + 1);
  }

  /** Returns X's own words about an error; empty for none. */
  static String detail(JsonAnswer answer) {
    return answer.body().path("detail").asText(answer.body().at("/errors/0/message").asText(""));
  }

  /** Returns whether X refused a post because the account posted the same before. */
  static boolean isDuplicate(Fault fault) {
    return fault instanceof Fault.Rejected
        && fault.sentence().toLowerCase(Locale.ROOT).contains("duplicate content");
  }

  static Fault of(JsonAnswer answer, Optional<Duration> retryAfter, boolean reading, URI site) {
    String kind = kind(answer);
    switch (answer.status()) {
      case 401:
        return new Fault.AuthLost(
            "X does not accept the keys and the token; generate them again in X's developer console, store all four parts, and see that this machine's clock is right.");
      case 402:
        return new Fault.Throttled(
            "X's credits are used up, so it answers nothing; buy credits or turn on auto-recharge in X's developer console. It is tried again.",
            WITHOUT_CREDITS);
      case 429:
        return kind.equals("usage-capped")
            ? new Fault.Throttled(
                "X's own spending limit or its number of posts a month is reached; raise it in X's developer console. It is tried again.",
                WITHOUT_CREDITS)
            : new Fault.Throttled(
                site + " asks for fewer requests; it is left alone for a while, then read on.",
                retryAfter.orElse(UNSAID),
                true);
      case 404:
        return kind.equals("resource-not-found")
            ? new Fault.Gone("The post no longer exists on X.")
            : new Fault.Transient(
                "There is no X API at %s; check base-url, which is https://api.x.com. It is tried again."
                    .formatted(site));
      case 403:
        return forbidden(answer, kind, reading);
      default:
        return HttpFaults.of(answer.status(), retryAfter, site)
            .orElseGet(() -> refused(answer, kind));
    }
  }

  private static Fault forbidden(JsonAnswer answer, String kind, boolean reading) {
    if (reading || kind.equals("client-forbidden") || kind.equals("oauth1-permissions")) {
      return new Fault.AuthLost(
          "X refuses this app (%s); give it the permission Read and write in X's developer console, generate the access token again, and store it."
              .formatted(kind.isEmpty() ? "no reason given" : kind));
    }
    return refused(answer, kind);
  }

  private static Fault refused(JsonAnswer answer, String kind) {
    String detail = detail(answer);
    return new Fault.Rejected(
        "X refused (status %d%s)%s"
            .formatted(
                answer.status(),
                kind.isEmpty() ? "" : ", " + kind,
                detail.isEmpty() ? "." : ": " + detail));
  }
}
