package hallmonitor.ingest.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The comments under the video, as visitors write them and as the API shows them to the owner. */
public final class YouTubeComments implements Visitors {
  /** Number of replies of each thread that a list shows. */
  private static final int REPLIES_SHOWN = 5;

  private static final class Comment {
    private final String id;
    private final String parent;
    private final String author;
    private final Instant publishedAt;
    private Instant updatedAt;
    private String text;
    private String picture = "";
    private String status = "published";

    private Comment(String id, String parent, String author, String text, Instant now) {
      this.id = id;
      this.parent = parent;
      this.author = author;
      this.text = text;
      this.publishedAt = now;
      this.updatedAt = now;
    }
  }

  private final Map<String, Comment> all = new LinkedHashMap<>();
  private final InstantSource clock;
  private boolean heldFoundById = true;
  private int written;

  YouTubeComments(InstantSource clock) {
    this.clock = clock;
  }

  /** Writes under the video as a visitor. Returns the comment's id. */
  @Override
  public String comment(String text) {
    return add("", "UCvisitor", text);
  }

  /** Writes under the video as a person with a deleted account; no channel is shown. */
  public String commentOfNobody(String text) {
    return add("", "", text);
  }

  /** Answers as a visitor. An answer to a reply belongs to the first comment. */
  @Override
  public synchronized String reply(String to, String text) {
    Comment above = all.get(to);
    return add(above.parent.isEmpty() ? to : above.parent, "UCvisitor", text);
  }

  private synchronized String add(String parent, String author, String text) {
    String first = "Ug" + String.format("%010d", ++written) + "x4AaABAg";
    String id = parent.isEmpty() ? first : parent + "." + first;
    all.put(id, new Comment(id, parent, author, text, now()));
    return id;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public synchronized void edit(String id, String text) {
    all.get(id).text = text;
    all.get(id).updatedAt = clock.instant();
  }

  @Override
  public synchronized void picture(String id, String address) {
    all.get(id).picture = address;
  }

  /** Deletes a comment. Its replies are deleted, too. */
  @Override
  public synchronized void delete(String id) {
    all.keySet().removeIf(one -> one.equals(id) || one.startsWith(id + "."));
  }

  /** Sets a state like a person in YouTube Studio, or as YouTube itself does. */
  public synchronized void setStatus(String id, String status) {
    all.get(id).status = status;
  }

  /**
   * Sets whether the API finds a held comment by its id, because the documentation does not say.
   */
  public synchronized void heldFoundById(boolean found) {
    heldFoundById = found;
  }

  /** Returns whether visitors see a comment. */
  @Override
  public synchronized boolean shows(String id) {
    Comment one = all.get(id);
    return one != null
        && one.status.equals("published")
        && (one.parent.isEmpty() || shows(one.parent));
  }

  /** No one is blocked, because the connector offers no block. */
  @Override
  public synchronized boolean mayWrite(String id) {
    return true;
  }

  /** Returns the replies under a comment that visitors see. */
  public synchronized List<String> repliesTo(String id) {
    return replies(id).stream().filter(c -> shows(c.id)).map(c -> c.text).toList();
  }

  private List<Comment> replies(String id) {
    return all.values().stream().filter(c -> c.parent.equals(id)).toList();
  }

  synchronized StandInAnswer threads(StandInRequest request) {
    int filters = 0;
    for (String one : List.of("allThreadsRelatedToChannelId", "id", "videoId")) {
      filters += request.has(one) ? 1 : 0;
    }
    if (filters != 1) {
      return YouTubeStandIn.error(400, "missingRequiredParameter", "No filter selected.");
    }
    List<Comment> found = new ArrayList<>();
    if (request.has("id")) {
      for (String id : request.get("id").split(",")) {
        Optional.ofNullable(all.get(id)).filter(c -> c.parent.isEmpty()).ifPresent(found::add);
      }
    } else {
      String status =
          request.has("moderationStatus") ? request.get("moderationStatus") : "published";
      for (Comment one : all.values()) {
        if (one.parent.isEmpty() && listed(one, status)) {
          found.add(0, one); // newest first
        }
      }
    }
    return page(request, "commentThread", found.stream().map(this::thread).toList());
  }

  /** A thread with a held reply is among the held ones, too. */
  private boolean listed(Comment first, String status) {
    return first.status.equals(status)
        || status.equals("heldForReview")
            && first.status.equals("published")
            && replies(first.id).stream().anyMatch(r -> r.status.equals(status));
  }

  synchronized StandInAnswer list(StandInRequest request) {
    if (request.has("id") == request.has("parentId")) {
      return YouTubeStandIn.error(400, "missingRequiredParameter", "No filter selected.");
    }
    if (request.has("parentId")) {
      Comment parent = all.get(request.get("parentId"));
      if (parent == null) {
        return YouTubeStandIn.error(404, "commentNotFound", "The comment cannot be found.");
      }
      return page(
          request,
          "comment",
          replies(parent.id).stream()
              .filter(c -> c.status.equals("published"))
              .map(this::resource)
              .toList());
    }
    List<Object> found = new ArrayList<>();
    for (String id : request.get("id").split(",")) {
      Comment one = all.get(id);
      if (one != null
          && !one.status.equals("rejected")
          && (heldFoundById || one.status.equals("published"))) {
        found.add(resource(one));
      }
    }
    return StandInAnswer.ok(YouTubeStandIn.list("comment", found));
  }

  /** A token is a position in the current list, so changes in between shift it. */
  private static StandInAnswer page(StandInRequest request, String kind, List<?> found) {
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
    return StandInAnswer.ok(page);
  }

  synchronized StandInAnswer insert(StandInRequest request) throws IOException {
    JsonNode snippet = request.json().path("snippet");
    Comment parent = all.get(snippet.path("parentId").asText());
    if (parent == null) {
      return YouTubeStandIn.error(404, "parentCommentNotFound", "The parent cannot be found.");
    }
    if (!parent.parent.isEmpty()) {
      return YouTubeStandIn.error(400, "operationNotSupported", "A reply has no replies.");
    }
    String id = add(parent.id, YouTubeStandIn.CHANNEL, snippet.path("textOriginal").asText());
    return StandInAnswer.ok(resource(all.get(id)));
  }

  synchronized StandInAnswer update(StandInRequest request) throws IOException {
    Comment one = all.get(request.json().path("id").asText());
    if (one == null) {
      return YouTubeStandIn.error(404, "commentNotFound", "The comment cannot be found.");
    }
    if (!one.author.equals(YouTubeStandIn.CHANNEL)) {
      return YouTubeStandIn.error(403, "forbidden", "The comment is not yours.");
    }
    edit(one.id, request.json().at("/snippet/textOriginal").asText());
    return StandInAnswer.ok(resource(one));
  }

  synchronized StandInAnswer delete(StandInRequest request) {
    Comment one = all.get(request.get("id"));
    if (one == null) {
      return YouTubeStandIn.error(404, "commentNotFound", "The comment cannot be found.");
    }
    if (!one.author.equals(YouTubeStandIn.CHANNEL)) {
      return YouTubeStandIn.error(403, "forbidden", "The comment is not yours.");
    }
    delete(one.id);
    return StandInAnswer.empty();
  }

  synchronized StandInAnswer moderate(StandInRequest request) {
    String status = request.get("moderationStatus");
    if (!Set.of("heldForReview", "published", "rejected").contains(status)) {
      return YouTubeStandIn.error(400, "invalidParameter", "Invalid moderation status.");
    }
    if (request.get("banAuthor").equals("true") && !status.equals("rejected")) {
      return YouTubeStandIn.error(400, "banWithoutReject", "A ban needs a rejection.");
    }
    Set<String> ids = new LinkedHashSet<>(List.of(request.get("id").split(",")));
    if (!all.keySet().containsAll(ids)) {
      return YouTubeStandIn.error(404, "commentNotFound", "Some comments cannot be found.");
    }
    ids.forEach(id -> all.get(id).status = status);
    return StandInAnswer.empty();
  }

  private Map<String, Object> thread(Comment first) {
    List<Comment> replies =
        replies(first.id).stream().filter(c -> !c.status.equals("rejected")).toList();
    List<Comment> shown =
        replies.subList(Math.max(0, replies.size() - REPLIES_SHOWN), replies.size());
    Map<String, Object> snippet = new LinkedHashMap<>();
    snippet.put("channelId", YouTubeStandIn.CHANNEL);
    snippet.put("videoId", YouTubeStandIn.VIDEO);
    snippet.put("topLevelComment", resource(first));
    snippet.put("canReply", true);
    snippet.put(
        "totalReplyCount", replies.stream().filter(c -> c.status.equals("published")).count());
    snippet.put("isPublic", true);
    Map<String, Object> thread = new LinkedHashMap<>();
    thread.put("kind", "youtube#commentThread");
    thread.put("id", first.id);
    thread.put("snippet", snippet);
    if (!shown.isEmpty()) {
      thread.put("replies", Map.of("comments", shown.stream().map(this::resource).toList()));
    }
    return thread;
  }

  private Map<String, Object> resource(Comment one) {
    Map<String, Object> snippet = new LinkedHashMap<>();
    snippet.put("channelId", YouTubeStandIn.CHANNEL);
    snippet.put("textDisplay", one.text);
    if (one.author.equals(YouTubeStandIn.CHANNEL)) {
      snippet.put("textOriginal", one.text); // for its author only
    }
    snippet.put("authorDisplayName", one.author.isEmpty() ? "" : "@" + one.author);
    if (!one.author.isEmpty()) {
      snippet.put("authorChannelId", Map.of("value", one.author));
    }
    if (!one.parent.isEmpty()) {
      snippet.put("parentId", one.parent);
    }
    if (!one.picture.isEmpty()) {
      snippet.put("imageUrl", one.picture);
    }
    snippet.put("moderationStatus", one.status);
    snippet.put("publishedAt", one.publishedAt.toString());
    snippet.put("updatedAt", one.updatedAt.toString());
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("kind", "youtube#comment");
    resource.put("id", one.id);
    resource.put("snippet", snippet);
    return resource;
  }
}
