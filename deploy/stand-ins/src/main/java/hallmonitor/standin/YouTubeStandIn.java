package hallmonitor.standin;

import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * YouTube as its owner's programs see it: the Data API v3 and Google's token address
 * (https://developers.google.com/youtube/v3/docs). One channel, one video.
 */
public final class YouTubeStandIn extends StandIn {
  public static final String CHANNEL = "UCmaplevalleyschools0001a";
  private static final String UPLOADS = "UUexample-uploads";
  public static final String VIDEO = "maplevalley1";

  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  private final YouTubeComments comments;
  private final GoogleLogin login;
  private final CommentThreads threads;
  private final SchoolPost video;
  private final String secret;
  private final InstantSource clock;
  private final Set<String> tokens = new HashSet<>();
  private int tokensGiven;
  private boolean refreshTaken;
  private boolean withoutChannel;
  private String scope = "https://www.googleapis.com/auth/youtube.force-ssl";
  private long unitsADay = Long.MAX_VALUE;
  private long units;
  private LocalDate day;

  /** Creates a channel that forgets everything, for a test. */
  public YouTubeStandIn(InstantSource clock) throws IOException {
    this(
        StandInHome.alone(),
        clock,
        new SchoolPost("Board meeting", "Tonight at seven", Instant.parse("2026-11-01T12:00:00Z")),
        "1234-abcd.apps.example:GOCSPX-example:1//example");
  }

  /**
   * Creates a channel.
   *
   * @param secret {@code client-id:client-secret:refresh-token}
   */
  public YouTubeStandIn(StandInHome home, InstantSource clock, SchoolPost video, String secret)
      throws IOException {
    super(home);
    this.clock = clock;
    this.video = video;
    this.secret = secret;
    this.login = new GoogleLogin(part(0), part(1), part(2), clock);
    this.day = today();
    this.comments = new YouTubeComments(keep("comments", VideoComment.class), clock);
    this.threads = new CommentThreads(comments);
  }

  /** Returns the secret that the channel's owner would store. */
  public String secret() {
    return secret;
  }

  public String client() {
    return part(0);
  }

  /** Returns the secret under which a district keeps its client, {@code id:secret}. */
  public String clientSecret() {
    return part(0) + ":" + part(1);
  }

  /** Returns where people let programs act for the channel. */
  public GrantDesk login() {
    return login.desk();
  }

  /** Removes the channel from its owner. */
  public synchronized void takeChannel() {
    withoutChannel = true;
  }

  private String part(int index) {
    return secret.split(":")[index];
  }

  public YouTubeComments visitors() {
    return comments;
  }

  public synchronized void limitUnits(long aDay) {
    unitsADay = aDay;
  }

  /** Returns the units that were spent on the day. */
  public synchronized long units() {
    return units;
  }

  /** Invalidates every access token early. */
  public synchronized void endAccess() {
    tokens.clear();
  }

  /** Revokes the refresh token, as its owner can at any time. */
  public synchronized void takeBack() {
    refreshTaken = true;
    tokens.clear();
  }

  public synchronized void grant(String newScope) {
    scope = newScope;
  }

  /** Returns how many access tokens were given. */
  public synchronized int tokensGiven() {
    return tokensGiven;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), PACIFIC);
  }

  @Override
  RouteAnswer.Now answer(StandInRequest request) throws IOException {
    if (request.path().equals("/o/oauth2/v2/auth")) {
      return login.page(request);
    }
    if (request.path().equals("/token")) {
      return request.get("grant_type").equals("authorization_code")
          ? login.redeem(request, this::newToken)
          : token(request);
    }
    if (request.bearer().filter(tokens::contains).isEmpty()) {
      return error(401, "authError", "Invalid Credentials");
    }
    if (!today().equals(day)) {
      day = today();
      units = 0;
    }
    int cost = request.method().equals("GET") ? 1 : 50;
    if (units + cost > unitsADay) {
      return error(403, "youtube.quota", "quotaExceeded", "You have exceeded your quota.");
    }
    units += cost;
    String resource = request.path().substring(request.path().lastIndexOf("/v3/") + 4);
    return switch (request.method() + " " + resource) {
      case "GET channels" ->
          RouteAnswer.ok(list("channel", withoutChannel ? List.of() : List.of(channel())));
      case "GET playlistItems" -> uploads(request);
      case "GET videos" -> RouteAnswer.ok(list("video", videos(request)));
      case "GET commentThreads" -> threads.threads(request);
      case "GET comments" -> threads.list(request);
      case "POST comments" -> threads.insert(request);
      case "PUT comments" -> threads.update(request);
      case "DELETE comments" -> threads.delete(request);
      case "POST comments/setModerationStatus" -> threads.moderate(request);
      default -> error(404, "notFound", "Not Found");
    };
  }

  private RouteAnswer.Now token(StandInRequest request) {
    if (!request.get("client_id").equals(part(0))
        || !request.get("client_secret").equals(part(1))) {
      return RouteAnswer.json(401, Map.of("error", "invalid_client"));
    }
    if (refreshTaken || !request.get("refresh_token").equals(part(2))) {
      return RouteAnswer.json(
          400,
          Map.of(
              "error", "invalid_grant", "error_description", "Token has been expired or revoked."));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", newToken());
    body.put("expires_in", 3599);
    body.put("scope", scope);
    body.put("token_type", "Bearer");
    return RouteAnswer.ok(body);
  }

  private String newToken() {
    String token = "ya29." + UUID.randomUUID();
    tokensGiven++;
    tokens.add(token);
    return token;
  }

  private static Map<String, Object> channel() {
    return Map.of(
        "kind",
        "youtube#channel",
        "id",
        CHANNEL,
        "snippet",
        Map.of(
            "title",
            "Maple Valley Schools",
            "thumbnails",
            Map.of("high", Map.of("url", "https://yt3.ggpht.example/crest=s800")),
            "description",
            "News for families. https://www.maplevalley12.example/"),
        "contentDetails",
        Map.of("relatedPlaylists", Map.of("uploads", UPLOADS)));
  }

  private static RouteAnswer.Now uploads(StandInRequest request) {
    if (!request.get("playlistId").equals(UPLOADS)) {
      return error(404, "youtube.playlistItem", "playlistNotFound", "The playlist was not found.");
    }
    return RouteAnswer.ok(
        list(
            "playlistItem",
            List.of(
                Map.of(
                    "kind",
                    "youtube#playlistItem",
                    "id",
                    "UExBWV9JVEVN",
                    "contentDetails",
                    Map.of("videoId", VIDEO)))));
  }

  private List<Object> videos(StandInRequest request) {
    List<Object> found = new ArrayList<>();
    if (List.of(request.get("id").split(",")).contains(VIDEO)) {
      found.add(
          Map.of(
              "kind",
              "youtube#video",
              "id",
              VIDEO,
              "snippet",
              Map.of(
                  "title",
                  video.title(),
                  "description",
                  video.text(),
                  "publishedAt",
                  video.at().toString(),
                  "channelId",
                  CHANNEL)));
    }
    return found;
  }

  static Map<String, Object> list(String kind, List<?> items) {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("kind", "youtube#" + kind + "ListResponse");
    list.put("pageInfo", Map.of("totalResults", items.size(), "resultsPerPage", items.size()));
    list.put("items", items);
    return list;
  }

  static RouteAnswer.Now error(int status, String reason, String message) {
    return error(status, "youtube.comment", reason, message);
  }

  private static RouteAnswer.Now error(int status, String domain, String reason, String message) {
    return RouteAnswer.json(
        status,
        Map.of(
            "error",
            Map.of(
                "code",
                status,
                "message",
                message,
                "errors",
                List.of(Map.of("message", message, "domain", domain, "reason", reason)))));
  }
}
