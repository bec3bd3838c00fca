package hallmonitor.ingest.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.ingest.account.RateBudget;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateHeadersTest {
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-05-01T10:00:00Z"));

  private static HttpHeaders headers(String remaining, String reset) {
    Map<String, List<String>> all = new HashMap<>();
    all.put("X-RateLimit-Limit", List.of("300"));
    all.put("X-RateLimit-Remaining", List.of(remaining));
    all.put("X-RateLimit-Reset", List.of(reset));
    return HttpHeaders.of(all, (name, value) -> true);
  }

  @Test
  void mastodonsTimeOfTheResetIsTheWaitWhenNothingIsLeft() {
    assertThat(RateHeaders.retryAfter(headers("0", "2026-05-01T10:04:00.123Z"), NOW))
        .contains(Duration.ofMinutes(4));
    assertThat(RateHeaders.retryAfter(headers("12", "2026-05-01T10:04:00.123Z"), NOW)).isEmpty();
  }

  @Test
  void xsSpellingIsKnown() {
    Map<String, List<String>> all =
        Map.of(
            "x-rate-limit-remaining", List.of("0"),
            "x-rate-limit-reset", List.of("1777629900"));
    assertThat(RateHeaders.retryAfter(HttpHeaders.of(all, (name, value) -> true), NOW))
        .contains(Duration.ofMinutes(5));
  }

  @Test
  void theLimitIsLearnedFromATimeToo() {
    RateBudget budget = new RateBudget(1, 1, () -> 0);
    RateHeaders.learn(headers("150", "2026-05-01T10:04:00Z"), budget, NOW);
    assertThat(budget.left()).isEqualTo(0.5);
  }
}
