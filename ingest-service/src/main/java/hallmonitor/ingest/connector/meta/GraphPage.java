package hallmonitor.ingest.connector.meta;

import hallmonitor.ingest.connector.http.JsonAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page of a list (https://developers.facebook.com/docs/graph-api/results).
 *
 * @param after cursor of the next page; empty for none
 */
public record GraphPage<T>(List<T> items, String after) {
  public GraphPage {
    items = List.copyOf(items);
  }

  /** Returns the cursor of the page after an answer. */
  public static String next(JsonAnswer answer) {
    return answer.body().at("/paging/next").asText("").isEmpty()
        ? ""
        : answer.body().at("/paging/cursors/after").asText("");
  }

  /** Adds the page to read to a query. */
  public static Map<String, String> query(Map<String, String> query, int limit, String after) {
    Map<String, String> all = new LinkedHashMap<>(query);
    all.put("limit", String.valueOf(limit));
    if (!after.isEmpty()) {
      all.put("after", after);
    }
    return all;
  }

  /** Returns the last item of a page that has one. */
  T last() {
    return items.get(items.size() - 1);
  }
}
