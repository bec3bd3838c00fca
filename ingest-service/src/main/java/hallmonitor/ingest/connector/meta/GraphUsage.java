package hallmonitor.ingest.connector.meta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.ingest.account.RateBudget;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What Meta's headers say about the limits
 * (https://developers.facebook.com/docs/graph-api/overview/rate-limiting#headers): percentages of
 * calls and of time, over an hour or a day that slides.
 *
 * @param used the highest, from 0
 * @param untilMore time until requests are allowed again, if they are not
 */
record GraphUsage(double used, Optional<Duration> untilMore) {
  private static final List<String> HEADERS =
      List.of("x-app-usage", "x-page-usage", "x-business-use-case-usage");

  private static final List<String> PERCENTAGES =
      List.of("call_count", "total_cputime", "total_time");

  private static final String MINUTES = "estimated_time_to_regain_access";

  /** The windows slide, so a part of the limit is free again after a while. */
  private static final Duration LATER = Duration.ofMinutes(5);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads the headers; empty if there are none, as on accounts with little traffic. */
  static Optional<GraphUsage> of(HttpHeaders headers) {
    double used = -1;
    long minutes = 0;
    for (String name : HEADERS) {
      JsonNode usage = parse(headers.firstValue(name).orElse(""));
      for (JsonNode one : usage.findParents("call_count")) {
        for (String percentage : PERCENTAGES) {
          used = Math.max(used, one.path(percentage).asDouble(0));
        }
        minutes = Math.max(minutes, one.path(MINUTES).asLong(0));
      }
    }
    return used < 0
        ? Optional.empty()
        : Optional.of(
            new GraphUsage(
                used / 100,
                minutes > 0 ? Optional.of(Duration.ofMinutes(minutes)) : Optional.empty()));
  }

  private static JsonNode parse(String header) {
    try {
      return header.isEmpty() ? JSON.createObjectNode() : JSON.readTree(header);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode(); // an unreadable header is ignored
    }
  }

  void tell(RateBudget budget) {
    budget.learnShare(1 - used, untilMore.orElse(LATER));
  }
}
