package hallmonitor.ingest.connector.ghost;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.PlatformException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists the members who may not comment (https://github.com/TryGhost/Ghost/pull/25791). Ghost
 * computes {@code can_comment} from the column {@code commenting}, and only the column can be asked
 * for: it is set for anyone who was ever barred. Earlier versions of Ghost refuse this.
 */
final class GhostBlocks implements BlockSource {
  private final GhostHttp http;

  GhostBlocks(GhostHttp http) {
    this.http = http;
  }

  @Override
  public BlockPage blocks(String cursor) throws PlatformException {
    JsonNode answer =
        http.get(
                "/members/",
                Map.of(
                    "limit", "100",
                    "page", cursor.isEmpty() ? "1" : cursor,
                    "order", "created_at asc",
                    "filter", "commenting:-null"))
            .body();
    List<Author> barred = new ArrayList<>();
    for (JsonNode member : answer.path("members")) {
      if (!member.path("can_comment").asBoolean(true)) {
        barred.add(
            new Author(Optional.of(member.path("id").asText()), member.path("name").asText("")));
      }
    }
    return new BlockPage(barred, answer.at("/meta/pagination/next").asText("").replace("null", ""));
  }
}
