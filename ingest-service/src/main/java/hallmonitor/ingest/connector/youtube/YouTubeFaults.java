package hallmonitor.ingest.connector.youtube;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.http.HttpFaults;
import hallmonitor.ingest.connector.http.JsonAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Interprets errors (https://developers.google.com/youtube/v3/docs/errors). */
final class YouTubeFaults {
  private YouTubeFaults() {}

  /** Returns the error's reason, such as {@code quotaExceeded}; empty for none. */
  static String reason(JsonAnswer answer) {
    return answer.body().at("/error/errors/0/reason").asText("");
  }

  static Fault of(JsonAnswer answer, Optional<Duration> retryAfter, UnitQuota quota, URI site) {
    String reason = reason(answer);
    switch (reason) {
      case "quotaExceeded", "dailyLimitExceeded":
        quota.exhausted();
        return new Fault.Throttled(
            "The day's units of the Google project are used up; they return at midnight Pacific time. Until then act in YouTube Studio by hand, and ask Google for a larger quota if it happens again.",
            quota.untilReset());
      case "rateLimitExceeded", "userRateLimitExceeded":
        return HttpFaults.throttled(site, retryAfter);
      case "accessNotConfigured":
        return new Fault.AuthLost(
            "The YouTube Data API is not enabled in the Google project of this client; enable it under APIs & Services, Library.");
      case "commentNotFound", "commentThreadNotFound", "parentCommentNotFound", "notFound":
        return new Fault.Gone("The comment no longer exists on YouTube.");
      default:
        return byStatus(answer, reason, retryAfter, site);
    }
  }

  private static Fault byStatus(
      JsonAnswer answer, String reason, Optional<Duration> retryAfter, URI site) {
    int status = answer.status();
    if (status == 401 || status == 403 && !reason.equals("commentsDisabled")) {
      return new Fault.AuthLost(
          "YouTube refuses this account (status %d, %s); make a refresh token as the channel's owner with the scope youtube.force-ssl, and store it."
              .formatted(status, reason.isEmpty() ? "no reason given" : reason));
    }
    if (status == 404) {
      return new Fault.Transient(
          "There is no YouTube API at %s; check base-url, which is https://www.googleapis.com. It is tried again."
              .formatted(site));
    }
    return HttpFaults.of(status, retryAfter, site)
        .orElseGet(
            () ->
                new Fault.Rejected(
                    "YouTube refused (status %d%s)."
                        .formatted(status, reason.isEmpty() ? "" : ", " + reason)));
  }
}
