package hallmonitor.ingest.connector.ghost;

import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.RawJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads comments by their time, in either direction. Each page starts at the second where the last
 * one ended, so that a deletion in between skips nothing; only a second with more than one page is
 * paged by number. Ghost keeps whole seconds, and leaves deleted comments out.
 */
final class CommentWindow {
  private static final int PAGE = 100;
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  /**
   * Where to read on.
   *
   * @param from inclusive
   */
  record Place(Instant from, int page) {
    static Place at(Instant from) {
      return new Place(from, 1);
    }

    static Place parse(String cursor) {
      String[] parts = cursor.split("\\|", 2);
      return new Place(Instant.parse(parts[0]), Integer.parseInt(parts[1]));
    }

    String cursor() {
      return from + "|" + page;
    }
  }

  /** A page, with the start of the next one. */
  record Part(List<RawJson> comments, Place next, boolean more, long total) {}

  private final GhostHttp http;

  CommentWindow(GhostHttp http) {
    this.http = http;
  }

  /** Continues from a position, oldest first. */
  Part after(Place place, Optional<Instant> before) throws PlatformException {
    String filter = "created_at:>=" + quoted(place.from());
    return read(place, filter + before.map(b -> "+created_at:<" + quoted(b)).orElse(""), "asc");
  }

  /** Continues from a position, newest first. */
  Part before(Place place, Instant notBefore) throws PlatformException {
    String filter = "created_at:<=" + quoted(place.from()) + "+created_at:>=" + quoted(notBefore);
    return read(place, filter, "desc");
  }

  Optional<Instant> newest() throws PlatformException {
    return ask("", "desc", 1, 1).readable(CommentWindow::writtenAt, "comments").stream()
        .findFirst()
        .map(CommentWindow::writtenAt);
  }

  private Part read(Place place, String filter, String order) throws PlatformException {
    JsonAnswer answer = ask(filter, order, PAGE, place.page());
    List<RawJson> found = answer.readable(CommentWindow::writtenAt, "comments");
    long total = answer.body().at("/meta/pagination/total").asLong();
    if (found.isEmpty()) {
      return new Part(found, place, false, total);
    }
    Instant last = writtenAt(found.get(found.size() - 1));
    boolean more = found.size() == PAGE;
    boolean sameSecond = more && last.equals(place.from());
    Place next = sameSecond ? new Place(place.from(), place.page() + 1) : Place.at(last);
    return new Part(found, next, more, total);
  }

  private JsonAnswer ask(String filter, String order, int limit, int page)
      throws PlatformException {
    Map<String, String> query = new LinkedHashMap<>();
    if (!filter.isEmpty()) {
      query.put("filter", filter);
    }
    query.put("order", "created_at " + order);
    query.put("limit", String.valueOf(limit));
    query.put("page", String.valueOf(page));
    query.put("include_nested", "true");
    return http.get("/comments/", query);
  }

  private static String quoted(Instant time) {
    return "'" + SECONDS.format(time) + "'";
  }

  static Instant writtenAt(RawJson comment) {
    return Instant.parse(comment.json().path("created_at").asText());
  }
}
