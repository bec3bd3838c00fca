package hallmonitor.ingest.connector.x;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.x.MonthlySpending.Price;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists who is blocked by the account (https://docs.x.com/x-api/users/blocks/introduction), where
 * the app's access includes it. Each name costs money, once a day.
 */
final class XBlocks implements BlockSource {
  private static final String PAGE = "1000";

  private final XApi api;
  private final XSource source;

  XBlocks(XApi api, XSource source) {
    this.api = api;
    this.source = source;
  }

  @Override
  public BlockPage blocks(String cursor) throws PlatformException {
    api.refuseAtTheCap();
    Map<String, String> query = new LinkedHashMap<>(Map.of("max_results", PAGE));
    if (!cursor.isEmpty()) {
      query.put("pagination_token", cursor);
    }
    JsonNode list = api.get("/2/users/" + source.me() + "/blocking", query, Price.USER).body();
    List<Author> authors = new ArrayList<>();
    for (JsonNode user : list.path("data")) {
      String name = user.path("name").asText("");
      authors.add(
          new Author(
              Optional.of(user.path("id").asText()),
              name.isEmpty() ? user.path("username").asText() : name));
    }
    return new BlockPage(authors, list.at("/meta/next_token").asText(""));
  }

  @Override
  public Duration every() {
    return Duration.ofDays(1);
  }
}
