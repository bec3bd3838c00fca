package hallmonitor.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The comments under the video as the API shows them to the channel's owner. */
final class CommentThreads {
  /** Number of replies of each thread that a list shows. */
  private static final int REPLIES_SHOWN = 5;

  private static final Person CHANNEL =
      new Person(YouTubeStandIn.CHANNEL.substring("UC".length()), "MapleValleySchools");

  private final YouTubeComments comments;

  CommentThreads(YouTubeComments comments) {
    this.comments = comments;
  }

  RouteAnswer.Now threads(StandInRequest request) {
    int filters = 0;
    for (String one : List.of("allThreadsRelatedToChannelId", "id", "videoId")) {
      filters += request.has(one) ? 1 : 0;
    }
    if (filters != 1) {
      return YouTubeStandIn.error(400, "missingRequiredParameter", "No filter selected.");
    }
    List<VideoComment> found = new ArrayList<>();
    if (request.has("id")) {
      for (String id : request.get("id").split(",")) {
        comments.get(id).filter(c -> c.parent().isEmpty()).ifPresent(found::add);
      }
    } else {
      String status =
          request.has("moderationStatus") ? request.get("moderationStatus") : "published";
      for (VideoComment one : comments.videoComments()) {
        if (one.parent().isEmpty() && listed(one, status)) {
          found.add(0, one); // newest first
        }
      }
    }
    return page(request, "commentThread", found.stream().map(this::thread).toList());
  }

  /** A thread with a held reply is among the held ones, too. */
  private boolean listed(VideoComment first, String status) {
    return first.has(status)
        || status.equals("heldForReview")
            && first.has("published")
            && comments.replies(first.id()).stream().anyMatch(r -> r.has(status));
  }

  RouteAnswer.Now list(StandInRequest request) {
    if (request.has("id") == request.has("parentId")) {
      return YouTubeStandIn.error(400, "missingRequiredParameter", "No filter selected.");
    }
    if (request.has("parentId")) {
      String parent = request.get("parentId");
      if (comments.get(parent).isEmpty()) {
        return notFound();
      }
      return page(
          request,
          "comment",
          comments.replies(parent).stream()
              .filter(c -> c.has("published"))
              .map(CommentThreads::resource)
              .toList());
    }
    List<Object> found = new ArrayList<>();
    for (String id : request.get("id").split(",")) {
      comments
          .get(id)
          .filter(c -> c.has("published") || c.has("heldForReview") && comments.heldFoundById())
          .ifPresent(c -> found.add(resource(c)));
    }
    return RouteAnswer.ok(YouTubeStandIn.list("comment", found));
  }

  /** A token is a position in the current list, so changes in between shift it. */
  private static RouteAnswer.Now page(StandInRequest request, String kind, List<?> found) {
    int most = request.has("maxResults") ? Integer.parseInt(request.get("maxResults")) : 20;
    if (most < 1 || most > 100) {
      return YouTubeStandIn.error(400, "invalidParameter", "Invalid value for maxResults.");
    }
    int from = 0;
    if (request.has("pageToken")) {
      try {
        from =
            Integer.parseInt(
                new String(Base64.getUrlDecoder().decode(request.get("pageToken")), UTF_8));
      } catch (IllegalArgumentException e) {
        return YouTubeStandIn.error(400, "invalidPageToken", "The page token is not valid.");
      }
    }
    int until = Math.min(found.size(), from + most);
    Map<String, Object> page =
        YouTubeStandIn.list(kind, from >= found.size() ? List.of() : found.subList(from, until));
    if (until < found.size()) {
      page.put(
          "nextPageToken",
          Base64.getUrlEncoder().encodeToString(String.valueOf(until).getBytes(UTF_8)));
    }
    return RouteAnswer.ok(page);
  }

  RouteAnswer.Now insert(StandInRequest request) throws IOException {
    JsonNode snippet = request.json().path("snippet");
    Optional<VideoComment> parent = comments.get(snippet.path("parentId").asText());
    if (parent.isEmpty()) {
      return YouTubeStandIn.error(404, "parentCommentNotFound", "The parent cannot be found.");
    }
    if (!parent.get().parent().isEmpty()) {
      return YouTubeStandIn.error(400, "operationNotSupported", "A reply has no replies.");
    }
    String text = snippet.path("textOriginal").asText();
    String id = comments.write(CHANNEL, parent.get().id(), text, "");
    return RouteAnswer.ok(resource(comments.get(id).orElseThrow()));
  }

  RouteAnswer.Now update(StandInRequest request) throws IOException {
    String id = request.json().path("id").asText();
    Optional<RouteAnswer.Now> refusal = refusal(id);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    comments.edit(id, request.json().at("/snippet/textOriginal").asText());
    return RouteAnswer.ok(resource(comments.get(id).orElseThrow()));
  }

  RouteAnswer.Now delete(StandInRequest request) {
    String id = request.get("id");
    Optional<RouteAnswer.Now> refusal = refusal(id);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    comments.delete(id);
    return RouteAnswer.none();
  }

  /** Only what the channel itself wrote can be changed. */
  private Optional<RouteAnswer.Now> refusal(String id) {
    Optional<VideoComment> one = comments.get(id);
    if (one.isEmpty()) {
      return Optional.of(notFound());
    }
    return one.get().author().equals(YouTubeStandIn.CHANNEL)
        ? Optional.empty()
        : Optional.of(YouTubeStandIn.error(403, "forbidden", "The comment is not yours."));
  }

  private static RouteAnswer.Now notFound() {
    return YouTubeStandIn.error(404, "commentNotFound", "The comment cannot be found.");
  }

  RouteAnswer.Now moderate(StandInRequest request) {
    String status = request.get("moderationStatus");
    if (!Set.of("heldForReview", "published", "rejected").contains(status)) {
      return YouTubeStandIn.error(400, "invalidParameter", "Invalid moderation status.");
    }
    if (request.get("banAuthor").equals("true") && !status.equals("rejected")) {
      return YouTubeStandIn.error(400, "banWithoutReject", "A ban needs a rejection.");
    }
    Set<String> ids = new LinkedHashSet<>(List.of(request.get("id").split(",")));
    if (!ids.stream().allMatch(id -> comments.get(id).isPresent())) {
      return YouTubeStandIn.error(404, "commentNotFound", "Some comments cannot be found.");
    }
    ids.forEach(id -> comments.setStatus(id, status));
    return RouteAnswer.none();
  }

  private Map<String, Object> thread(VideoComment first) {
    List<VideoComment> replies =
        comments.replies(first.id()).stream().filter(c -> !c.has("rejected")).toList();
    List<VideoComment> shown =
        replies.subList(Math.max(0, replies.size() - REPLIES_SHOWN), replies.size());
    Map<String, Object> snippet = new LinkedHashMap<>();
    snippet.put("channelId", YouTubeStandIn.CHANNEL);
    snippet.put("videoId", YouTubeStandIn.VIDEO);
    snippet.put("topLevelComment", resource(first));
    snippet.put("canReply", true);
    snippet.put("totalReplyCount", replies.stream().filter(c -> c.has("published")).count());
    snippet.put("isPublic", true);
    Map<String, Object> thread = new LinkedHashMap<>();
    thread.put("kind", "youtube#commentThread");
    thread.put("id", first.id());
    thread.put("snippet", snippet);
    if (!shown.isEmpty()) {
      thread.put(
          "replies", Map.of("comments", shown.stream().map(CommentThreads::resource).toList()));
    }
    return thread;
  }

  private static Map<String, Object> resource(VideoComment one) {
    Map<String, Object> snippet = new LinkedHashMap<>();
    snippet.put("channelId", YouTubeStandIn.CHANNEL);
    snippet.put("textDisplay", one.text());
    if (one.author().equals(YouTubeStandIn.CHANNEL)) {
      snippet.put("textOriginal", one.text()); // for its author only
    }
    snippet.put("authorDisplayName", one.author().isEmpty() ? "" : "@" + one.handle());
    if (!one.author().isEmpty()) {
      snippet.put("authorChannelId", Map.of("value", one.author()));
    }
    if (!one.parent().isEmpty()) {
      snippet.put("parentId", one.parent());
    }
    if (!one.picture().isEmpty()) {
      snippet.put("imageUrl", one.picture());
    }
    snippet.put("moderationStatus", one.status());
    snippet.put("publishedAt", Instant.ofEpochMilli(one.published()).toString());
    snippet.put("updatedAt", Instant.ofEpochMilli(one.updated()).toString());
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("kind", "youtube#comment");
    resource.put("id", one.id());
    resource.put("snippet", snippet);
    return resource;
  }
}
