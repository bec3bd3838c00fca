package hallmonitor.ingest.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.JsonAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** The account's own posts and its notifications, page by page, newest first by claimed time. */
final class BlueskyListings {
  private static final int NOTIFICATIONS = 100;

  /** How much older than its comments a post may be for them to be read again. */
  private static final Duration OLDEST_POST = Duration.ofDays(30);

  /**
   * A notification about a post that concerns the account.
   *
   * @param root first post of its thread
   */
  record Notice(String uri, String cid, String root) {}

  /**
   * A page of notifications.
   *
   * @param next cursor of the older ones; empty at the end
   */
  record Notices(List<Notice> all, String next) {}

  /**
   * A page of the account's posts, without its replies.
   *
   * @param next cursor of the older ones; empty at the end
   */
  record ListedPosts(List<PostView> posts, String next) {
    /** Returns whether older posts may have comments that were written after a time. */
    boolean goesOn(Instant back, Instant now) {
      return !next.isEmpty()
          && oldest(now).map(t -> t.isAfter(back.minus(OLDEST_POST))).orElse(true);
    }

    Optional<Instant> oldest(Instant now) {
      return posts.isEmpty() ? Optional.empty() : posts.get(posts.size() - 1).claimedAt(now);
    }
  }

  private final BlueskyApi api;

  BlueskyListings(BlueskyApi api) {
    this.api = api;
  }

  ListedPosts ownPosts(String me, int count, String cursor) throws PlatformException {
    JsonAnswer answer =
        api.query(
            BlueskyLexicon.AUTHOR_FEED,
            page(
                cursor,
                List.of(
                    Map.entry("actor", me),
                    Map.entry("filter", "posts_no_replies"),
                    Map.entry("limit", String.valueOf(count)))));
    List<PostView> posts =
        PostView.all(answer.objects("feed", "post")).stream()
            .filter(p -> p.did().equals(me) && p.root().equals(p.uri()))
            .toList();
    return new ListedPosts(posts, answer.body().path("cursor").asText(""));
  }

  Notices notices(String cursor) throws PlatformException {
    JsonNode body =
        api.query(
                BlueskyLexicon.NOTIFICATIONS,
                page(
                    cursor,
                    List.of(
                        Map.entry("limit", String.valueOf(NOTIFICATIONS)),
                        Map.entry("reasons", "reply"),
                        Map.entry("reasons", "mention"),
                        Map.entry("reasons", "quote"))))
            .body();
    List<Notice> notices = new ArrayList<>();
    for (JsonNode one : body.path("notifications")) {
      String uri = one.path("uri").asText();
      String root = one.at("/record/reply/root/uri").asText(uri);
      notices.add(new Notice(uri, one.path("cid").asText(), root));
    }
    return new Notices(notices, body.path("cursor").asText(""));
  }

  private static List<Entry<String, String>> page(
      String cursor, List<Entry<String, String>> asked) {
    List<Entry<String, String>> all = new ArrayList<>(asked);
    if (!cursor.isEmpty()) {
      all.add(Map.entry("cursor", cursor));
    }
    return all;
  }
}
