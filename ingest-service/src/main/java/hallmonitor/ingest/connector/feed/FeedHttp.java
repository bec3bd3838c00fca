package hallmonitor.ingest.connector.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.http.HttpFaults;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches one feed, if it changed. */
final class FeedHttp {
  /**
   * A feed.
   *
   * @param cursor position after reading it
   */
  record Fetched(List<Sighting> entries, FeedCursor cursor) {}

  private final PlatformHttp http;
  private final Duration settlesWithin;
  private volatile Optional<FeedHub> hub = Optional.empty();

  /**
   * Creates the client of one feed.
   *
   * @param settlesWithin a feed that changed this shortly before the answer may change again with
   *     the same time, because a busy site shows a comment long after the second in its time stamp
   */
  FeedHttp(PlatformHttp http, Duration settlesWithin) {
    this.http = http;
    this.settlesWithin = settlesWithin;
  }

  /** Returns the hub that the feed named when it was last fetched completely. */
  Optional<FeedHub> hub() {
    return hub;
  }

  /** Returns the feed; empty if it is as it was at the cursor. */
  Optional<Fetched> fetch(FeedCursor since) throws PlatformException {
    HttpResponse<byte[]> answer = ask("", since);
    // base-url is stored without its trailing slash, which many feeds require.
    if (answer.statusCode() / 100 == 3 && answer.statusCode() != 304 && addsSlash(answer)) {
      answer = ask("/", since);
    }
    if (answer.statusCode() == 304) {
      return Optional.empty();
    }
    if (answer.statusCode() != 200) {
      throw new PlatformException(fault(answer));
    }
    List<Sighting> entries = FeedEntries.in(answer.body(), http.site());
    hub = FeedHub.in(answer.headers(), answer.body(), http.site());
    boolean settled = settled(answer);
    String tag = settled ? answer.headers().firstValue("etag").orElse("") : "";
    String modified = settled ? answer.headers().firstValue("last-modified").orElse("") : "";
    return Optional.of(new Fetched(entries, FeedCursor.of(tag, modified, entries)));
  }

  private HttpResponse<byte[]> ask(String slash, FeedCursor since) throws PlatformException {
    HttpRequest.Builder request =
        http.request(slash, Map.of())
            .header("Accept", "application/atom+xml, application/rss+xml, application/xml")
            .GET();
    http.credentialIfAny()
        .map(c -> "Basic " + Base64.getEncoder().encodeToString(c.getBytes(UTF_8)))
        .ifPresent(basic -> request.header("Authorization", basic));
    if (!since.tag().isEmpty()) {
      request.header("If-None-Match", since.tag());
    }
    if (!since.modified().isEmpty()) {
      request.header("If-Modified-Since", since.modified());
    }
    return http.send(request.build());
  }

  private boolean addsSlash(HttpResponse<byte[]> answer) {
    String to = answer.headers().firstValue("location").orElse("");
    return to.equals(http.site() + "/") || to.equals(http.site().getPath() + "/");
  }

  private boolean settled(HttpResponse<byte[]> answer) {
    Optional<ZonedDateTime> modified = time(answer, "last-modified");
    Optional<ZonedDateTime> now = time(answer, "date");
    return modified.isEmpty()
        || now.isPresent() && modified.get().plus(settlesWithin).isBefore(now.get());
  }

  private static Optional<ZonedDateTime> time(HttpResponse<byte[]> answer, String header) {
    try {
      return answer
          .headers()
          .firstValue(header)
          .map(v -> ZonedDateTime.parse(v, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Fault fault(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    return HttpFaults.of(status, http.retryAfter(answer.headers()), http.site())
        .orElseGet(
            () ->
                status == 401 || status == 403
                    ? new Fault.AuthLost(
                        "%s refuses to show the feed (%d); store a user name and password for it as 'user:password', or let a firewall pass it."
                            .formatted(http.site(), status))
                    : new Fault.Transient(
                        "There is no feed at %s (status %d); check base-url. It is tried again."
                            .formatted(http.site(), status)));
  }
}
