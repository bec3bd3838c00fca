package hallmonitor.standin;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.standin.ForumPosts.ForumEntry;
import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Discourse forum as a moderator's programs see it (https://docs.discourse.org, and, if that does
 * not say, the forum's source: lib/latest_posts_query.rb, app/controllers/posts_controller.rb).
 */
public final class DiscourseStandIn extends StandIn {
  private static final String KEY =
      "714552c6148e1617aeab526d0606184b94a80ec048fc09894ff1a72b740c5f19";
  private static final int PAGE = 50;
  private static final int ANSWERS = 20;
  private static final int SHORTEST = 5;

  private final ForumPosts posts;
  private boolean moderates = true;
  private int waitSeconds;
  private boolean older;

  public DiscourseStandIn(InstantSource clock) throws IOException {
    super(StandInHome.alone());
    this.posts = new ForumPosts(clock);
  }

  /** Returns the secret that the forum's administrator would store. */
  public String secret() {
    return ForumPosts.MODERATOR + ":" + KEY;
  }

  public ForumPosts visitors() {
    return posts;
  }

  /** Revokes the user's moderator rights. */
  public synchronized void demote() {
    moderates = false;
  }

  /** Lists like an older version: windows of 50 ids, and answers always from the first one. */
  public synchronized void beOlder() {
    older = true;
  }

  /** Refuses the next request, and says only in the body how long to wait. */
  public synchronized void throttle(int seconds) {
    waitSeconds = seconds;
  }

  @Override
  synchronized RouteAnswer.Now answer(StandInRequest request) throws IOException {
    if (!request.header("Api-Key").equals(KEY)
        || !request.header("Api-Username").equals(ForumPosts.MODERATOR)) {
      return refusal(403, "invalid_access", "The API username or key is invalid.");
    }
    if (waitSeconds > 0) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("errors", List.of("You've performed this action too many times."));
      body.put("error_type", "rate_limit");
      body.put("extras", Map.of("wait_seconds", waitSeconds));
      waitSeconds = 0;
      return RouteAnswer.json(429, body);
    }
    String[] parts = request.path().replaceFirst("\\.json$", "").substring(1).split("/");
    String what = request.method() + " " + String.join("/", parts).replaceAll("/\\d+", "/ID");
    return switch (what) {
      case "GET session/current" ->
          RouteAnswer.ok(Map.of("current_user", user(ForumPosts.MODERATOR)));
      case "GET posts" -> latest(request);
      case "POST posts" -> create(request.json());
      case "GET posts/by_number/ID/ID" ->
          one(
              posts
                  .list(
                      e ->
                          e.topic == Integer.parseInt(parts[2])
                              && e.number == Integer.parseInt(parts[3]))
                  .stream()
                  .findFirst());
      case "GET posts/ID/replies" -> answers(parts[1], Integer.parseInt(request.get("after")));
      case "GET posts/ID" -> one(posts.find(parts[1]));
      case "DELETE posts/ID", "PUT posts/ID/recover", "PUT posts/ID/unhide" ->
          change(request.method(), parts);
      case "GET t/ID" -> RouteAnswer.ok(Map.of("id", parts[1], "title", title(parts[1])));
      case "DELETE t/ID", "PUT t/ID/recover" -> {
        int topic = Integer.parseInt(parts[1]);
        posts.list(e -> e.topic == topic && e.number == 1).get(0).deleted =
            request.method().equals("DELETE");
        yield RouteAnswer.ok(Map.of());
      }
      case "GET admin/users/list/silenced" -> silenced(request.number("page", 1));
      case "GET admin/users/ID" -> RouteAnswer.ok(user(name(parts[2])));
      case "PUT admin/users/ID/silence", "PUT admin/users/ID/unsilence" -> silence(request, parts);
      default -> refusal(404, "not_found", "The requested URL could not be found.");
    };
  }

  private static String title(String topic) {
    return "Topic " + topic;
  }

  private Map<String, Object> user(String name) {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("id", ForumPosts.USERS.get(name));
    user.put("username", name);
    user.put("moderator", moderates && name.equals(ForumPosts.MODERATOR));
    user.put("admin", false);
    if (posts.isSilenced(name)) {
      user.put("silenced", true); // left out for a member who is not
    }
    return user;
  }

  private static String name(String id) {
    return ForumPosts.USERS.entrySet().stream()
        .filter(e -> e.getValue() == Integer.parseInt(id))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** All are on the first page. */
  private RouteAnswer.Now silenced(int page) {
    return RouteAnswer.ok(
        ForumPosts.USERS.keySet().stream()
            .filter(name -> page == 1 && posts.isSilenced(name))
            .map(this::user)
            .toList());
  }

  private RouteAnswer.Now silence(StandInRequest request, String[] parts) throws IOException {
    boolean on = parts[3].equals("silence");
    if (on && !request.json().has("silenced_till")) {
      return refusal(400, "invalid_parameters", "silenced_till is missing");
    }
    posts.silence(name(parts[2]), on);
    return RouteAnswer.ok(Map.of(parts[3], Map.of("silenced", on)));
  }

  /** Returns the posts without deleted ones and those of deleted topics, newest first. */
  private RouteAnswer.Now latest(StandInRequest request) {
    int before =
        request.has("before") ? Integer.parseInt(request.get("before")) : Integer.MAX_VALUE;
    List<Integer> gone =
        posts.list(e -> e.number == 1 && e.deleted).stream().map(e -> e.topic).toList();
    int last = older ? Math.min(before, posts.last()) : before - 1;
    int first = older ? last - PAGE + 1 : 0;
    List<ForumEntry> found =
        posts.list(
            e ->
                e.id >= first
                    && e.id <= last
                    && !e.deleted
                    && !e.isPrivate
                    && !gone.contains(e.topic));
    Collections.reverse(found);
    return RouteAnswer.ok(
        Map.of(
            "latest_posts",
            found.stream()
                .limit(PAGE)
                .map(
                    e -> {
                      Map<String, Object> json = resource(e);
                      json.put("topic_title", title(String.valueOf(e.topic)));
                      return json;
                    })
                .toList()));
  }

  private RouteAnswer.Now answers(String id, int after) {
    ForumEntry above = posts.find(id).orElseThrow();
    return RouteAnswer.ok(
        posts
            .list(
                e ->
                    e.topic == above.topic
                        && e.answered == above.number
                        && (older || e.number > after))
            .stream()
            .limit(ANSWERS)
            .map(this::resource)
            .toList());
  }

  private RouteAnswer.Now one(Optional<ForumEntry> found) {
    if (found.isEmpty()) {
      return refusal(404, "not_found", "The requested URL or resource could not be found.");
    }
    return found.get().isPrivate
        ? refusal(403, "invalid_access", "You are not permitted to view the requested resource.")
        : RouteAnswer.ok(resource(found.get()));
  }

  private RouteAnswer.Now change(String method, String[] parts) {
    ForumEntry one = posts.find(parts[1]).orElseThrow();
    if (method.equals("DELETE") && one.number == 1) {
      return refusal(403, "invalid_access", "The first post cannot be deleted.");
    }
    if (parts[parts.length - 1].equals("unhide")) {
      one.flagged = false;
    } else {
      one.deleted = method.equals("DELETE");
    }
    return RouteAnswer.ok(Map.of());
  }

  private RouteAnswer.Now create(JsonNode body) {
    String text = body.path("raw").asText();
    if (text.length() < SHORTEST) {
      return refusal(422, "invalid_record", "Body is too short (minimum is 5 characters)");
    }
    String id =
        posts.add(
            body.path("topic_id").asInt(),
            body.path("reply_to_post_number").asInt(),
            ForumPosts.MODERATOR,
            text,
            posts.now());
    return RouteAnswer.ok(resource(posts.find(id).orElseThrow()));
  }

  private Map<String, Object> resource(ForumEntry one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", one.id);
    json.put("name", one.user.equals(ForumPosts.MEMBER) ? "Dana Reyes" : "Hall Monitor");
    json.put("username", one.user);
    json.put("created_at", IsoTime.of(one.at));
    json.put("cooked", one.cooked());
    json.put("post_number", one.number);
    json.put("reply_to_post_number", one.answered == 0 ? null : one.answered);
    json.put("topic_id", one.topic);
    json.put("topic_slug", "topic-" + one.topic);
    json.put("version", one.version);
    json.put("user_id", ForumPosts.USERS.get(one.user));
    json.put("hidden", one.flagged);
    json.put("deleted_at", one.deleted ? IsoTime.of(one.at) : null);
    json.put("user_deleted", one.takenBack);
    return json;
  }

  private static RouteAnswer.Now refusal(int status, String type, String sentence) {
    return RouteAnswer.json(status, Map.of("errors", List.of(sentence), "error_type", type));
  }
}
