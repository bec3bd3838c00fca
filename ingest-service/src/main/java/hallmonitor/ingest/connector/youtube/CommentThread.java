package hallmonitor.ingest.connector.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.JsonAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A comment with its replies, which have no replies of their own
 * (https://developers.google.com/youtube/v3/docs/commentThreads).
 *
 * @param replies the replies that the list shows, which may not be all
 * @param total number of all replies
 */
record CommentThread(YouTubeComment first, List<YouTubeComment> replies, int total, String video) {
  /** Reads the threads of a list, each comment with its own bytes. */
  static List<CommentThread> in(JsonAnswer answer) throws PlatformException {
    Map<String, YouTubeComment> first = new HashMap<>();
    for (YouTubeComment one :
        YouTubeComment.all(answer.objects("items", "snippet", "topLevelComment"))) {
      first.put(one.id(), one);
    }
    Map<String, List<YouTubeComment>> replies = new HashMap<>();
    for (YouTubeComment one : YouTubeComment.all(answer.objects("items", "replies", "comments"))) {
      replies.computeIfAbsent(one.thread(), t -> new ArrayList<>()).add(one);
    }
    List<CommentThread> threads = new ArrayList<>();
    for (JsonNode item : answer.body().path("items")) {
      YouTubeComment top = first.get(item.at("/snippet/topLevelComment/id").asText());
      if (top != null) {
        threads.add(
            new CommentThread(
                top,
                replies.getOrDefault(top.id(), List.of()),
                item.at("/snippet/totalReplyCount").asInt(),
                Videos.of(item)));
      }
    }
    return threads;
  }

  String id() {
    return first.id();
  }

  boolean isWhole() {
    return replies.size() >= total;
  }

  /** Returns a mark that changes when a listed comment or the number of comments changes. */
  String mark() {
    StringBuilder mark = new StringBuilder(id()).append(':').append(total);
    shown().forEach(one -> mark.append(':').append(one.id()).append(one.updatedAt()));
    return Integer.toHexString(mark.toString().hashCode());
  }

  /** Returns the first comment and those replies that the list shows. */
  List<YouTubeComment> shown() {
    List<YouTubeComment> shown = new ArrayList<>(List.of(first));
    shown.addAll(replies);
    return shown;
  }
}
