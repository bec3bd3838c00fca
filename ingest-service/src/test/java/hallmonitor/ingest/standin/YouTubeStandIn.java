package hallmonitor.ingest.standin;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * YouTube as its owner's programs see it: the Data API v3 and Google's token address
 * (https://developers.google.com/youtube/v3/docs). One channel, one video.
 */
public final class YouTubeStandIn extends StandIn {
  public static final String CHANNEL = "UCmaplevalleyschools0001a";
  private static final String UPLOADS = "UUexample-uploads";
  public static final String VIDEO = "maplevalley1";

  private static final String CLIENT = "1234-abcd.apps.example";
  private static final String CLIENT_SECRET = "GOCSPX-example";
  private static final String REFRESH = "1//example";
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  private final YouTubeComments comments;
  private final InstantSource clock;
  private final Set<String> tokens = new HashSet<>();
  private int tokensGiven;
  private boolean refreshTaken;
  private String scope = "https://www.googleapis.com/auth/youtube.force-ssl";
  private long unitsADay = Long.MAX_VALUE;
  private long units;
  private LocalDate day;

  public YouTubeStandIn(InstantSource clock) throws IOException {
    this.clock = clock;
    this.day = today();
    this.comments = new YouTubeComments(clock);
  }

  /** Returns the secret that the channel's owner would store. */
  public String secret() {
    return String.join(":", CLIENT, CLIENT_SECRET, REFRESH);
  }

  public String client() {
    return CLIENT;
  }

  @Override
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
  synchronized StandInAnswer answer(StandInRequest request) throws IOException {
    if (request.path().equals("/token")) {
      return token(request);
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
      case "GET channels" -> StandInAnswer.ok(list("channel", List.of(channel())));
      case "GET playlistItems" -> uploads(request);
      case "GET videos" -> StandInAnswer.ok(list("video", videos(request)));
      case "GET commentThreads" -> comments.threads(request);
      case "GET comments" -> comments.list(request);
      case "POST comments" -> comments.insert(request);
      case "PUT comments" -> comments.update(request);
      case "DELETE comments" -> comments.delete(request);
      case "POST comments/setModerationStatus" -> comments.moderate(request);
      default -> error(404, "notFound", "Not Found");
    };
  }

  private StandInAnswer token(StandInRequest request) {
    if (!request.get("client_id").equals(CLIENT)
        || !request.get("client_secret").equals(CLIENT_SECRET)) {
      return StandInAnswer.error(401, Map.of("error", "invalid_client"));
    }
    if (refreshTaken || !request.get("refresh_token").equals(REFRESH)) {
      return StandInAnswer.error(
          400,
          Map.of(
              "error", "invalid_grant", "error_description", "Token has been expired or revoked."));
    }
    String token = "ya29.example-" + ++tokensGiven;
    tokens.add(token);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", token);
    body.put("expires_in", 3599);
    body.put("scope", scope);
    body.put("token_type", "Bearer");
    return StandInAnswer.ok(body);
  }

  private static Map<String, Object> channel() {
    return Map.of(
        "kind",
        "youtube#channel",
        "id",
        CHANNEL,
        "contentDetails",
        Map.of("relatedPlaylists", Map.of("uploads", UPLOADS)));
  }

  private static StandInAnswer uploads(StandInRequest request) {
    if (!request.get("playlistId").equals(UPLOADS)) {
      return error(404, "youtube.playlistItem", "playlistNotFound", "The playlist was not found.");
    }
    return StandInAnswer.ok(
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

  private static List<Object> videos(StandInRequest request) {
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
                  "Board meeting",
                  "description",
                  "Tonight at seven",
                  "publishedAt",
                  "2026-11-01T12:00:00Z",
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

  static StandInAnswer error(int status, String reason, String message) {
    return error(status, "youtube.comment", reason, message);
  }

  private static StandInAnswer error(int status, String domain, String reason, String message) {
    return StandInAnswer.error(
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
