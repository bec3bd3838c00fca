package hallmonitor.standin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The records by what they are asked for, as they were at one moment.
 *
 * @param replies direct replies by what they answer
 */
record BlueskyIndex(
    List<BlueskyRecord> posts,
    List<BlueskyRecord> blocks,
    Map<String, List<BlueskyRecord>> replies) {
  static BlueskyIndex of(List<BlueskyRecord> all) {
    Map<String, List<BlueskyRecord>> replies = new HashMap<>();
    List<BlueskyRecord> posts = new ArrayList<>();
    List<BlueskyRecord> blocks = new ArrayList<>();
    for (BlueskyRecord one : all) {
      if (one.belongsTo(BlueskyThread.POST)) {
        posts.add(one);
        replies.computeIfAbsent(one.parent(), uri -> new ArrayList<>()).add(one);
      } else if (one.belongsTo("app.bsky.graph.block")) {
        blocks.add(one);
      }
    }
    return new BlueskyIndex(posts, blocks, replies);
  }

  List<BlueskyRecord> repliesTo(String uri) {
    return replies.getOrDefault(uri, List.of());
  }

  /** Returns whether one of the two has blocked the other. */
  boolean blocked(String one, String other) {
    return blocks.stream()
        .anyMatch(
            b -> {
              String subject = b.value().path("subject").asText();
              return b.did().equals(one) && subject.equals(other)
                  || b.did().equals(other) && subject.equals(one);
            });
  }
}
