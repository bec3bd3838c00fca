package hallmonitor.ingest.connector.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.JsonAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists who is blocked by the account (https://docs.joinmastodon.org/methods/blocks/). The next
 * page is named only by the {@code Link} header, by an id that appears nowhere else.
 */
final class MastodonBlocks implements BlockSource {
  /** Mastodon's limit for a page. */
  private static final String PAGE = "80";

  private static final Pattern NEXT =
      Pattern.compile("<[^>]*[?&]max_id=([^&>]+)[^>]*>\\s*;\\s*rel=\"?next\"?");

  private final MastodonHttp http;

  MastodonBlocks(MastodonHttp http) {
    this.http = http;
  }

  @Override
  public BlockPage blocks(String cursor) throws PlatformException {
    Map<String, String> query = new LinkedHashMap<>(Map.of("limit", PAGE));
    if (!cursor.isEmpty()) {
      query.put("max_id", cursor);
    }
    JsonAnswer answer = http.get("/v1/blocks", query);
    List<Author> authors = new ArrayList<>();
    for (JsonNode account : answer.body()) {
      authors.add(Status.author(account));
    }
    Matcher next = NEXT.matcher(answer.response().headers().firstValue("Link").orElse(""));
    return new BlockPage(authors, next.find() ? next.group(1) : "");
  }
}
