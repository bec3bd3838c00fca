package hallmonitor.ingest.connector.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSighting;
import hallmonitor.ingest.connector.PostSource.PostPage;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The channel's videos, and the videos of its threads, with title and description. */
final class Videos {
  /** Most ids for one list. */
  private static final int AT_ONCE = 50;

  private static final int REMEMBERED = 50_000;

  private final YouTubeApi api;
  private final Map<String, Post> posts = new HashMap<>();
  private final Map<String, String> byThread = new HashMap<>();
  private final Map<String, String> uploads = new ConcurrentHashMap<>();

  Videos(YouTubeApi api) {
    this.api = api;
  }

  /** Remembers the video of a thread. */
  synchronized void place(String thread, String video) {
    if (byThread.size() > REMEMBERED) {
      byThread.clear(); // forgotten values are requested again
    }
    byThread.put(thread, video);
  }

  /** Looks up unknown videos. */
  synchronized void learn(Collection<String> videos) throws PlatformException {
    List<String> missing =
        new ArrayList<>(videos.stream().distinct().filter(id -> !posts.containsKey(id)).toList());
    if (posts.size() > REMEMBERED) {
      posts.clear();
    }
    while (!missing.isEmpty()) {
      List<String> some = missing.subList(0, Math.min(AT_ONCE, missing.size()));
      Map<String, String> query = Map.of("part", "snippet", "id", String.join(",", some));
      for (JsonNode item : api.list("videos", query).body().path("items")) {
        posts.put(item.path("id").asText(), post(item));
      }
      some.forEach(id -> posts.putIfAbsent(id, bare(id)));
      some.clear();
    }
  }

  /** Returns the video of a thread; one without a name if the thread is gone. */
  synchronized Post of(String thread) throws PlatformException {
    String video = byThread.get(thread);
    if (video == null) {
      video = find(thread);
      place(thread, video);
    }
    learn(video.isEmpty() ? List.of() : List.of(video));
    return Optional.ofNullable(posts.get(video)).orElse(bare(video));
  }

  private String find(String thread) throws PlatformException {
    try {
      for (JsonNode item :
          api.list("commentThreads", Map.of("part", "snippet", "id", thread))
              .body()
              .path("items")) {
        return of(item);
      }
      return "";
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Gone) {
        return "";
      }
      throw e;
    }
  }

  /** Returns the video of a thread resource; a comment on the channel itself has none. */
  static String of(JsonNode thread) {
    return thread.at("/snippet/videoId").asText(thread.at("/snippet/channelId").asText(""));
  }

  private static Post bare(String id) {
    String page = id.startsWith("UC") ? "channel/" + id : "watch?v=" + id;
    return new Post(
        id,
        "",
        "",
        id.isEmpty() ? Optional.empty() : Optional.of("https://www.youtube.com/" + page));
  }

  /** Lists the channel's uploads, which YouTube keeps as a playlist, newest first. */
  PostPage uploads(String channel, String token) throws PlatformException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("part", "contentDetails");
    query.put("playlistId", uploadsOf(channel));
    query.put("maxResults", String.valueOf(AT_ONCE));
    JsonNode page = api.page("playlistItems", query, token).body();
    List<String> ids = new ArrayList<>();
    page.path("items").forEach(item -> ids.add(item.at("/contentDetails/videoId").asText()));
    List<PostSighting> found = new ArrayList<>();
    if (!ids.isEmpty()) {
      for (JsonNode item :
          api.list("videos", Map.of("part", "snippet", "id", String.join(",", ids)))
              .body()
              .path("items")) {
        found.add(whole(item));
      }
    }
    return new PostPage(found, page.path("nextPageToken").asText(""));
  }

  private String uploadsOf(String channel) throws PlatformException {
    String known = uploads.get(channel);
    if (known == null) {
      known =
          api.list("channels", Map.of("part", "contentDetails", "id", channel))
              .body()
              .at("/items/0/contentDetails/relatedPlaylists/uploads")
              .asText("");
      uploads.put(channel, known);
    }
    return known;
  }

  private static Post post(JsonNode item) {
    return whole(item).beginning();
  }

  private static PostSighting whole(JsonNode item) {
    JsonNode snippet = item.path("snippet");
    String id = item.path("id").asText();
    return new PostSighting(
        id,
        snippet.path("title").asText(""),
        snippet.path("description").asText(""),
        Optional.ofNullable(snippet.at("/thumbnails/high/url").asText(null)).stream().toList(),
        bare(id).permalink(),
        publishedAt(snippet.path("publishedAt").asText("")));
  }

  private static Optional<Instant> publishedAt(String time) {
    try {
      return Optional.of(Instant.parse(time));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
