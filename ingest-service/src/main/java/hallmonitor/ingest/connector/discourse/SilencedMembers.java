package hallmonitor.ingest.connector.discourse;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.PlatformException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists the members who may not write, as the forum's staff sees them, by numbered pages. */
final class SilencedMembers implements BlockSource {
  private final DiscourseApi api;

  SilencedMembers(DiscourseApi api) {
    this.api = api;
  }

  @Override
  public BlockPage blocks(String cursor) throws PlatformException {
    int page = cursor.isEmpty() ? 1 : Integer.parseInt(cursor);
    JsonNode list =
        api.get("/admin/users/list/silenced.json", Map.of("page", String.valueOf(page))).body();
    List<Author> authors = new ArrayList<>();
    for (JsonNode member : list) {
      String name = member.path("name").asText("");
      authors.add(
          new Author(
              Optional.of(member.path("id").asText()),
              name.isEmpty() ? member.path("username").asText() : name));
    }
    return new BlockPage(authors, authors.isEmpty() ? "" : String.valueOf(page + 1));
  }
}
