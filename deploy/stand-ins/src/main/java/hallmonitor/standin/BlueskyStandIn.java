package hallmonitor.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/**
 * A Bluesky server with its AppView: the calls that this project and its test site make, with the
 * answers, errors and rate-limit headers that the real ones were seen to give.
 */
public final class BlueskyStandIn extends StandIn {
  /** The most characters of a post (app/bsky/feed/post). */
  public static final int LONGEST = 300;

  private static final int LIMIT = 3_000;
  private static final String PREFIX = "/xrpc/";

  private final BlueskyAccounts accounts = new BlueskyAccounts();
  private final BlueskyRecords records;
  private final BlueskyViews views;
  private int calls;

  /** Creates a server without accounts, for a test. */
  public BlueskyStandIn() throws IOException {
    this(StandInHome.alone());
  }

  public BlueskyStandIn(StandInHome home) throws IOException {
    super(home);
    records = new BlueskyRecords(keep("records", BlueskyRecord.class));
    views = new BlueskyViews(records, accounts);
  }

  /**
   * Opens the district's account, and the thread under its post.
   *
   * @param credential {@code handle:app-password}
   */
  public ShownPost district(String credential, SchoolPost post) {
    String did = accounts.admit(credential);
    return new BlueskyThread(records, views, did, post);
  }

  /** Returns the accounts, to let sessions expire. */
  public BlueskyAccounts accounts() {
    return accounts;
  }

  @Override
  RouteAnswer.Now answer(StandInRequest request) throws IOException {
    String method =
        request.path().startsWith(PREFIX) ? request.path().substring(PREFIX.length()) : "";
    RouteAnswer.Now answer;
    try {
      answer = RouteAnswer.ok(called(method, request));
    } catch (XrpcRefusal e) {
      ObjectNode refusal = JsonNodeFactory.instance.objectNode();
      answer =
          RouteAnswer.json(e.status, refusal.put("error", e.error).put("message", e.getMessage()));
    }
    return limited(answer, method);
  }

  /** A sign-in reports its own limit, everything else the limit of all calls. */
  private RouteAnswer.Now limited(RouteAnswer.Now answer, String method) {
    boolean signIn = method.equals("com.atproto.server.createSession");
    int limit = signIn ? 30 : LIMIT;
    calls = Math.min(calls + 1, 100);
    int left = answer.status() == 429 ? 0 : signIn ? 29 : LIMIT - calls;
    return answer
        .with("RateLimit-Limit", String.valueOf(limit))
        .with("RateLimit-Remaining", String.valueOf(left))
        .with("RateLimit-Reset", String.valueOf(Instant.now().getEpochSecond() + 200))
        .with("RateLimit-Policy", limit + ";w=300");
  }

  private JsonNode called(String method, StandInRequest request) throws IOException {
    JsonNode input =
        request.header("Content-Type").equals("application/json")
            ? request.json()
            : JsonNodeFactory.instance.objectNode();
    return switch (method) {
      case "com.atproto.server.createAccount" -> accounts.create(input);
      case "com.atproto.server.createSession" -> accounts.signIn(input);
      case "com.atproto.server.refreshSession" -> accounts.refresh(token(request));
      case "com.atproto.repo.getRecord" ->
          records.get(request.get("repo"), request.get("collection"), request.get("rkey"));
      default -> signedIn(method, request, input, accounts.signedIn(token(request)));
    };
  }

  private JsonNode signedIn(String method, StandInRequest request, JsonNode input, String me) {
    return switch (method) {
      case "com.atproto.server.createAppPassword" -> accounts.appPassword(me);
      case "com.atproto.server.getSession" ->
          JsonNodeFactory.instance.objectNode().put("did", me).put("active", true);
      case "com.atproto.repo.uploadBlob" -> blob();
      case "com.atproto.repo.createRecord" -> records.create(own(input, me));
      case "com.atproto.repo.putRecord" -> records.put(own(input, me));
      case "com.atproto.repo.deleteRecord" -> {
        records.delete(own(input, me));
        yield JsonNodeFactory.instance.objectNode();
      }
      case "app.bsky.feed.getPosts" -> views.posts(request.all("uris"), me);
      case "app.bsky.feed.getAuthorFeed" ->
          views.feed(request.get("actor"), request.number("limit", 50), from(request));
      case "app.bsky.notification.listNotifications" ->
          views.notifications(
              me, request.all("reasons"), request.number("limit", 50), from(request));
      case "app.bsky.actor.getProfile" -> views.profile(request.get("actor"), me);
      case "app.bsky.graph.getBlocks" -> views.blocks(me);
      case "app.bsky.unspecced.getPostThreadV2" ->
          views.thread(
              request.get("anchor"),
              me,
              request.number("below", 6),
              request.number("branchingFactor", 10));
      case "app.bsky.unspecced.getPostThreadOtherV2" -> views.others(request.get("anchor"), me);
      default -> throw new XrpcRefusal(501, "MethodNotImplemented", "Method Not Implemented");
    };
  }

  private static int from(StandInRequest request) {
    return request.number("cursor", 0);
  }

  private static JsonNode own(JsonNode input, String me) {
    if (!input.path("repo").asText().equals(me)) {
      throw new XrpcRefusal(401, "AuthenticationRequired", "Authentication Required");
    }
    return input;
  }

  private static JsonNode blob() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode blob = answer.putObject("blob").put("$type", "blob").put("mimeType", "image/png");
    blob.putObject("ref").put("$link", "bafkrei" + UUID.randomUUID().toString().replace("-", ""));
    return answer;
  }

  private static String token(StandInRequest request) {
    return request
        .bearer()
        .orElseThrow(() -> new XrpcRefusal(401, "AuthMissing", "Authentication Required"));
  }
}
