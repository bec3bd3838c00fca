package hallmonitor.ingest.connector.discourse;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.Recent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The titles of topics, and which post has which place in them. It asks for what it forgot. */
final class TopicIndex {
  private static final int REMEMBERED = 20_000;

  private final DiscourseApi api;
  private final Recent<String> titles = new Recent<>(REMEMBERED);
  private final Recent<String> places = new Recent<>(REMEMBERED);

  TopicIndex(DiscourseApi api) {
    this.api = api;
  }

  void learn(List<ForumPost> posts) {
    for (ForumPost one : posts) {
      one.title().ifPresent(title -> titles.put(one.topic(), title));
      places.put(place(one.topic(), one.number()), String.valueOf(one.id()));
    }
  }

  private static String place(String topic, int number) {
    return topic + "/" + number;
  }

  String title(ForumPost post) throws PlatformException {
    Optional<String> known = titles.get(post.topic());
    if (known.isPresent()) {
      return known.get();
    }
    String title = "";
    try {
      title = api.get("/t/" + post.topic() + ".json", Map.of()).body().path("title").asText("");
    } catch (PlatformException e) {
      if (!(e.fault() instanceof Fault.Gone)) {
        throw e;
      }
    }
    titles.put(post.topic(), title);
    return title;
  }

  /** Returns the id of the post that a post answers; empty if it answers the topic. */
  Optional<String> parent(ForumPost post) throws PlatformException {
    if (post.answered().isEmpty()) {
      return Optional.empty();
    }
    String place = place(post.topic(), post.answered().get());
    if (places.get(place).isEmpty()) {
      try {
        learn(ForumPost.in(api.get("/posts/by_number/" + place + ".json", Map.of())));
      } catch (PlatformException e) {
        if (!(e.fault() instanceof Fault.Gone)) {
          throw e;
        }
      }
    }
    return places.get(place);
  }
}
