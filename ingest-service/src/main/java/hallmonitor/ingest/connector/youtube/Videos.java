package hallmonitor.ingest.connector.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The videos under which the threads stand, with title and description. */
final class Videos {
  private static final int LONGEST_TEXT = 2_000;

  /** Most ids for one list. */
  private static final int AT_ONCE = 50;

  private static final int REMEMBERED = 50_000;

  private final YouTubeApi api;
  private final Map<String, Post> posts = new HashMap<>();
  private final Map<String, String> byThread = new HashMap<>();

  Videos(YouTubeApi api) {
    this.api = api;
  }

  /** Remembers which video a thread stands under. */
  synchronized void place(String thread, String video) {
    if (byThread.size() > REMEMBERED) {
      byThread.clear(); // what is forgotten is asked for again
    }
    byThread.put(thread, video);
  }

  /** Learns the videos that are not known yet. */
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

  /** Returns the video under which a thread stands; one without a name if the thread is gone. */
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

  private static Post post(JsonNode item) {
    JsonNode snippet = item.path("snippet");
    String text = snippet.path("description").asText("");
    String id = item.path("id").asText();
    return new Post(
        id,
        snippet.path("title").asText(""),
        text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT),
        bare(id).permalink());
  }
}
