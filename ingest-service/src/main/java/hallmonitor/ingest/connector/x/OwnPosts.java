package hallmonitor.ingest.connector.x;

import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSighting;
import hallmonitor.ingest.connector.http.JsonAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The account's own posts, which each started a conversation. The last week is searched. */
final class OwnPosts {
  /** How far back X searches (https://docs.x.com/x-api/posts/search/introduction). */
  static final Duration WEEK = Duration.ofDays(7).minusMinutes(5);

  private static final int REMEMBERED = 2_000;

  /** Most conversations that are searched. */
  private static final int SEARCHED = 100;

  private final XApi api;
  private final InstantSource clock;

  /** By the conversation's id, newest first. */
  private final TreeMap<Long, PostSighting> posts = new TreeMap<>(Collections.reverseOrder());

  private long newest;

  OwnPosts(XApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /**
   * Reads the posts that are not known yet. Nothing is locked meanwhile: a hide asks here, too.
   * Nothing is stored if a page fails; otherwise posts on later pages would never be requested.
   */
  void learn(String me) throws PlatformException {
    List<XPost> read = read(me);
    synchronized (this) {
      for (XPost one : read) {
        posts.put(Long.parseLong(one.conversation()), one.asPost());
        newest = Math.max(newest, Long.parseLong(one.id()));
      }
      while (posts.size() > REMEMBERED) {
        posts.pollLastEntry();
      }
    }
  }

  private synchronized long newest() {
    return newest;
  }

  private List<XPost> read(String me) throws PlatformException {
    Instant weekAgo = clock.instant().minus(WEEK);
    Map<String, String> query = new LinkedHashMap<>(XPost.FIELDS);
    query.remove("expansions"); // pictures are charged
    query.put("exclude", "retweets,replies");
    query.put("max_results", "100");
    query.put("since_id", String.valueOf(Math.max(newest(), Snowflake.at(weekAgo))));
    List<XPost> read = new ArrayList<>();
    String token = "";
    do {
      if (!token.isEmpty()) {
        query.put("pagination_token", token);
      }
      JsonAnswer answer = api.read("/2/users/" + me + "/tweets", query);
      read.addAll(XPost.in(answer));
      token = answer.body().at("/meta/next_token").asText("");
    } while (!token.isEmpty());
    return read;
  }

  /** Returns the posts that were read, newest first. */
  synchronized List<PostSighting> all() {
    return List.copyOf(posts.values());
  }

  /** Returns the ids of the conversations to search, newest first. */
  synchronized List<String> conversations() {
    long weekAgo = Snowflake.at(clock.instant().minus(WEEK));
    return posts.keySet().stream()
        .filter(id -> id > weekAgo)
        .limit(SEARCHED)
        .map(String::valueOf)
        .toList();
  }

  synchronized boolean began(String conversation) {
    return posts.containsKey(Long.parseLong(conversation));
  }

  /** Returns the post that started a conversation; without its text if it is not the account's. */
  synchronized Post of(String conversation) {
    return Optional.ofNullable(posts.get(Long.parseLong(conversation)))
        .map(PostSighting::beginning)
        .orElseGet(
            () ->
                new Post(
                    conversation,
                    "",
                    "",
                    Optional.of("https://x.com/i/web/status/" + conversation)));
  }
}
