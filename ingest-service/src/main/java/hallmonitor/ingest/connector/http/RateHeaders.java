package hallmonitor.ingest.connector.http;

import hallmonitor.ingest.account.RateBudget;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads a server's rate limits: {@code Retry-After} (RFC 9110) and the usual rate-limit headers.
 */
public final class RateHeaders {
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** Without it, a server that says 0 would be asked without any pause. */
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  /**
   * {@code X-RateLimit-Reset} counts seconds from now on some servers and from 1970 on others;
   * larger values are the latter.
   */
  private static final long EPOCH_LIKE = 1_000_000_000L;

  private RateHeaders() {}

  /** Returns how long to send no requests, from a second to an hour; empty if it does not say. */
  public static Optional<Duration> retryAfter(HttpHeaders headers, InstantSource clock) {
    return headers
        .firstValue("retry-after")
        .flatMap(value -> wait(value.strip(), clock.instant()))
        .or(() -> untilReset(headers, clock))
        .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
        .map(wait -> wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait);
  }

  /** Mastodon only says when the limit is full again. */
  private static Optional<Duration> untilReset(HttpHeaders headers, InstantSource clock) {
    OptionalLong reset = reset(headers, clock);
    return number(headers, "remaining").orElse(1) == 0 && reset.isPresent()
        ? Optional.of(Duration.ofSeconds(reset.getAsLong()))
        : Optional.empty();
  }

  /** Returns the seconds until the limit is full again, given as a number or a time. */
  private static OptionalLong reset(HttpHeaders headers, InstantSource clock) {
    OptionalLong number = number(headers, "reset");
    if (number.isPresent()) {
      long value = number.getAsLong();
      return OptionalLong.of(value > EPOCH_LIKE ? value - clock.instant().getEpochSecond() : value);
    }
    try {
      return value(headers, "reset").stream()
          .map(Instant::parse)
          .mapToLong(at -> Duration.between(clock.instant(), at).toSeconds())
          .findFirst();
    } catch (DateTimeParseException e) {
      return OptionalLong.empty();
    }
  }

  private static Optional<Duration> wait(String value, Instant now) {
    try {
      if (value.matches("\\d{1,9}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
      }
      Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Passes the server's limits to the budget. Does nothing if there are none. */
  public static void learn(HttpHeaders headers, RateBudget budget, InstantSource clock) {
    OptionalLong limit = number(headers, "limit");
    OptionalLong remaining = number(headers, "remaining");
    OptionalLong reset = reset(headers, clock);
    if (limit.isPresent() && remaining.isPresent() && reset.isPresent()) {
      budget.learn(
          limit.getAsLong(),
          remaining.getAsLong(),
          Duration.ofSeconds(Math.max(1, reset.getAsLong())));
    }
  }

  private static OptionalLong number(HttpHeaders headers, String name) {
    return value(headers, name).filter(v -> v.strip().matches("\\d{1,15}")).stream()
        .mapToLong(v -> Long.parseLong(v.strip()))
        .findFirst();
  }

  private static Optional<String> value(HttpHeaders headers, String name) {
    return headers
        .firstValue("ratelimit-" + name)
        .or(() -> headers.firstValue("x-ratelimit-" + name))
        .or(() -> headers.firstValue("x-rate-limit-" + name));
  }
}
