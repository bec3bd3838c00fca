package hallmonitor.ingest.connector.x;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.Recent;
import hallmonitor.ingest.connector.x.MonthlySpending.Price;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The authors of posts. An author costs twice as much as a post, so a sweep, which re-reads every
 * post on up to three days, asks only for unknown authors.
 */
final class Authors {
  private static final int REMEMBERED = 20_000;

  private final XApi api;

  /** The resources by id. */
  private final Recent<JsonNode> known = new Recent<>(REMEMBERED);

  Authors(XApi api) {
    this.api = api;
  }

  private void learn(JsonNode users) {
    users.forEach(user -> known.put(user.path("id").asText(), user));
  }

  /** Stores the authors in an answer, and asks for the others. */
  void learn(List<XPost> posts) throws PlatformException {
    posts.forEach(post -> learn(post.includes().path("users")));
    List<String> missing =
        posts.stream()
            .map(XPost::author)
            .filter(id -> !id.isEmpty() && known.get(id).isEmpty())
            .distinct()
            .toList();
    if (!missing.isEmpty()) {
      Map<String, String> query =
          Map.of("ids", String.join(",", missing), "user.fields", "name,username");
      learn(api.get("/2/users", query, Price.USER).body().path("data"));
    }
  }

  Optional<JsonNode> of(XPost post) {
    return known.get(post.author());
  }
}
