package hallmonitor.ingest.connector.discourse;

import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.Recent;
import hallmonitor.ingest.connector.http.JsonAnswer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The titles of topics, and the place of each post in them. Forgotten ones are requested again, but
 * a page can answer 50 unknown posts, so each lane asks for only a few per minute, and the forum's
 * limit leaves room for acts. When the page is read again, the ones found so far are known.
 */
final class TopicIndex {
  private static final int REMEMBERED = 20_000;

  /** Most look-ups of a lane in a minute. */
  static final int IN_A_MINUTE = 20;

  /** Only this lane pauses, by the number of its requests; the others should hardly wait. */
  private static final Duration OTHERS_WAIT = Duration.ofSeconds(1);

  private final DiscourseApi api;
  private final Recent<String> titles = new Recent<>(REMEMBERED);
  private final Recent<String> places = new Recent<>(REMEMBERED);
  private final Map<Use, RateBudget> left = new EnumMap<>(Use.class);

  TopicIndex(DiscourseApi api, InstantSource clock) {
    this.api = api;
    for (Use lane : RateBudget.READS) {
      left.put(
          lane,
          new RateBudget(
              IN_A_MINUTE / 60.0,
              IN_A_MINUTE,
              () -> TimeUnit.MILLISECONDS.toNanos(clock.millis())));
    }
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

  String title(ForumPost post, Use lane) throws PlatformException {
    Optional<String> known = titles.get(post.topic());
    if (known.isPresent()) {
      return known.get();
    }
    String title =
        lookUp("/t/" + post.topic() + ".json", lane)
            .map(answer -> answer.body().path("title").asText(""))
            .orElse("");
    titles.put(post.topic(), title);
    return title;
  }

  /** Returns the id of the post that a post answers; empty if it answers the topic. */
  Optional<String> parent(ForumPost post, Use lane) throws PlatformException {
    if (post.answered().isEmpty()) {
      return Optional.empty();
    }
    String place = place(post.topic(), post.answered().get());
    if (places.get(place).isEmpty()) {
      Optional<JsonAnswer> found = lookUp("/posts/by_number/" + place + ".json", lane);
      if (found.isPresent()) {
        learn(ForumPost.in(found.get()));
      }
    }
    return places.get(place);
  }

  private Optional<JsonAnswer> lookUp(String path, Use lane) throws PlatformException {
    RateBudget lanes = left.get(lane);
    if (lanes == null || lanes.isEmpty()) {
      throw new PlatformException(
          new Fault.Throttled(
              api.site()
                  + " allows few requests a minute, so what was written is read more slowly for a while. It is read on.",
              OTHERS_WAIT,
              true));
    }
    lanes.spend();
    try {
      return Optional.of(api.get(path, Map.of()));
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Gone) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
