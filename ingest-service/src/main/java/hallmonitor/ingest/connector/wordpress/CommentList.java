package hallmonitor.ingest.connector.wordpress;

import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.HttpFaults;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.RawJson;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the site's comment list from a {@link ListPosition}, so that no comment is skipped when
 * others disappear or are inserted.
 */
final class CommentList {
  static final int PAGE = 100;

  /**
   * How many comments a read goes back to find its place after earlier comments were deleted
   * permanently.
   */
  private static final int LOOK_BACK = 50;

  /**
   * Nested names such as {@code content.raw} do not work in WordPress. Links, avatars, and the
   * address, email address and browser of commenters are not requested: judging does not use them,
   * and the raw answer stays in the archive for years.
   */
  private static final String FIELDS =
      "id,post,parent,author,author_name,author_url,date,date_gmt,content,link,status,type";

  /**
   * A part of the list.
   *
   * @param next position after this part
   * @param more whether the list continues
   */
  record Part(List<RawJson> comments, ListPosition next, boolean more) {}

  private final WordPressHttp http;

  CommentList(WordPressHttp http) {
    this.http = http;
  }

  /** Reads the comments after a position. */
  Part read(ListPosition place, Optional<Instant> before) throws PlatformException {
    if (place.isStart()) {
      return part(place, ask(place.after(), before, 0), 0);
    }
    List<RawJson> found = ask(place.after(), before, place.read() - 1);
    if (!found.isEmpty() && id(found.get(0)).equals(place.last())) {
      return part(place, found, 1);
    }
    return readAfterShift(place, before);
  }

  /**
   * Handles a change in the list before the position. If the last comment is now earlier in the
   * list, others were permanently deleted, and reading continues after it. In every other case a
   * comment may have been inserted before it, so the list is read again.
   */
  private Part readAfterShift(ListPosition place, Optional<Instant> before)
      throws PlatformException {
    long from = Math.max(0, place.read() - 1 - LOOK_BACK);
    List<RawJson> found = ask(place.after(), before, from);
    for (int i = 0; i < found.size() && from + i < place.read() - 1; i++) {
      if (id(found.get(i)).equals(place.last())) {
        return part(place.at(from + i + 1), found, i + 1);
      }
    }
    return part(place.again(), ask(place.after(), before, 0), 0);
  }

  private static Part part(ListPosition place, List<RawJson> found, int seen) {
    List<RawJson> fresh = List.copyOf(found.subList(seen, found.size()));
    boolean more = found.size() == PAGE;
    return fresh.isEmpty()
        ? new Part(fresh, place, more)
        : new Part(fresh, place.then(fresh.size(), id(fresh.get(fresh.size() - 1))), more);
  }

  private List<RawJson> ask(Instant after, Optional<Instant> before, long offset)
      throws PlatformException {
    Map<String, String> query = query("asc");
    query.put("after", seconds(after));
    before.ifPresent(b -> query.put("before", seconds(b)));
    query.put("per_page", String.valueOf(PAGE));
    query.put("offset", String.valueOf(offset));
    return http.get("/comments", query).readable(CommentList::writtenAt);
  }

  /** Returns the newest comment written before a time. */
  Optional<RawJson> newestBefore(Optional<Instant> before) throws PlatformException {
    Map<String, String> query = query("desc");
    before.ifPresent(b -> query.put("before", seconds(b)));
    query.put("per_page", "1");
    return http.get("/comments", query).readable(CommentList::writtenAt).stream().findFirst();
  }

  /** Returns the number of comments in a span; empty if the site does not say. */
  Optional<Long> count(Instant after, Instant before) throws PlatformException {
    Map<String, String> query = query("desc");
    query.put("after", seconds(after));
    query.put("before", seconds(before));
    query.put("per_page", "1");
    return http.get("/comments", query)
        .response()
        .headers()
        .firstValue("x-wp-total")
        .filter(total -> total.matches("\\d{1,18}"))
        .map(Long::parseLong);
  }

  RawJson one(String id) throws PlatformException {
    JsonAnswer answer = http.get("/comments/" + id, Map.of("context", "edit", "_fields", FIELDS));
    List<RawJson> found = answer.readable(CommentList::writtenAt);
    if (found.isEmpty()) {
      throw new PlatformException(HttpFaults.unreadable(answer.site(), "a comment"));
    }
    return found.get(0);
  }

  /**
   * {@code status=any} includes every status ({@code all} excludes spam and trash); {@code
   * context=edit} refuses anonymous requests.
   */
  private static Map<String, String> query(String order) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("context", "edit");
    query.put("status", "any");
    query.put("orderby", "date_gmt"); // and by id within a second
    query.put("order", order);
    query.put("_fields", FIELDS);
    return query;
  }

  static String id(RawJson comment) {
    return comment.json().path("id").asText();
  }

  static Instant writtenAt(RawJson comment) {
    return LocalDateTime.parse(comment.json().path("date_gmt").asText()).toInstant(ZoneOffset.UTC);
  }

  /** Keeps the Z, because WordPress reads a time without a zone as the site's local time. */
  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
