package hallmonitor.ingest.connector.x;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.JsonAnswer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The lists of comments: first the mentions of the account, then searches in the conversations that
 * it started. Each is newest first.
 */
final class ReplyLists {
  /** As many as fit into the 512 characters of a query. */
  private static final int CONVERSATIONS = 13;

  private static final System.Logger LOG = System.getLogger(ReplyLists.class.getName());

  /**
   * A place in one of the lists; the empty token is its first page.
   *
   * @param again whether the list started over because a token was refused
   */
  record Place(int list, String token, boolean again) {
    static final Place START = new Place(0);

    private static final String AGAIN = "!";

    private Place(int list) {
      this(list, "", false);
    }

    static Place parse(String text) {
      if (text.isEmpty()) {
        return START;
      }
      String[] parts = text.split("/", 2);
      return new Place(
          Integer.parseInt(parts[0].replace(AGAIN, "")), parts[1], parts[0].endsWith(AGAIN));
    }

    String text() {
      return list + (again ? AGAIN : "") + "/" + token;
    }
  }

  /**
   * A page.
   *
   * @param next empty after the last page of the last list
   */
  record Page(List<XPost> posts, Optional<Place> next) {}

  private final XApi api;
  private final OwnPosts own;
  private final InstantSource clock;

  ReplyLists(XApi api, OwnPosts own, InstantSource clock) {
    this.api = api;
    this.own = own;
    this.clock = clock;
  }

  /**
   * Reads a page of posts after an id.
   *
   * @param me the account's id
   * @param fields what to ask for of each post
   */
  Page read(String me, Place at, long after, Map<String, String> fields) throws PlatformException {
    List<List<String>> searches = searches();
    if (at.list() > searches.size()) {
      return new Page(List.of(), Optional.empty());
    }
    Map<String, String> query = new LinkedHashMap<>(fields);
    query.put("max_results", "100");
    boolean mentions = at.list() == 0;
    if (mentions) {
      query.put("since_id", String.valueOf(after));
    } else {
      long weekAgo = Snowflake.at(clock.instant().minus(OwnPosts.WEEK));
      query.put("since_id", String.valueOf(Math.max(after, weekAgo)));
      query.put("query", query(searches.get(at.list() - 1)));
    }
    String path = mentions ? "/2/users/" + me + "/mentions" : "/2/tweets/search/recent";
    Place read = at;
    JsonAnswer answer;
    try {
      answer = api.read(path, paged(query, mentions, at.token()));
    } catch (PlatformException e) {
      if (at.token().isEmpty() || !(e.fault() instanceof Fault.Rejected)) {
        throw e;
      }
      if (at.again()) {
        LOG.log(
            System.Logger.Level.WARNING,
            "X refused a page twice; the next list is read, and a sweep reads this one again: {0}",
            e.fault().sentence());
        return new Page(List.of(), following(at, searches.size()));
      }
      // A page's token may expire while a lane pauses. Starting the list over is harmless.
      read = new Place(at.list(), "", true);
      answer = api.read(path, query);
    }
    List<XPost> comments =
        XPost.in(answer).stream().filter(p -> !p.isRepost() && !isOwnPost(p, me)).toList();
    return new Page(comments, next(read, answer, searches.size()));
  }

  private static Map<String, String> paged(
      Map<String, String> query, boolean mentions, String token) {
    Map<String, String> all = new LinkedHashMap<>(query);
    if (!token.isEmpty()) {
      all.put(mentions ? "pagination_token" : "next_token", token);
    }
    return all;
  }

  private List<List<String>> searches() {
    List<String> conversations = own.conversations();
    List<List<String>> searches = new ArrayList<>();
    for (int i = 0; i < conversations.size(); i += CONVERSATIONS) {
      searches.add(conversations.subList(i, Math.min(conversations.size(), i + CONVERSATIONS)));
    }
    return searches;
  }

  private static String query(List<String> conversations) {
    return conversations.stream()
        .map(id -> "conversation_id:" + id)
        .collect(Collectors.joining(" OR "));
  }

  private static boolean isOwnPost(XPost post, String me) {
    return post.author().equals(me) && post.conversation().equals(post.first());
  }

  private static Optional<Place> next(Place at, JsonAnswer answer, int searches) {
    String token = answer.body().at("/meta/next_token").asText("");
    if (!token.isEmpty()) {
      return Optional.of(new Place(at.list(), token, at.again()));
    }
    return following(at, searches);
  }

  /** Returns the next list. */
  private static Optional<Place> following(Place at, int searches) {
    return at.list() < searches ? Optional.of(new Place(at.list() + 1)) : Optional.empty();
  }
}
