package hallmonitor.moderation.console.search;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param next where the next page begins; empty on the last one
 * @param number how many were found; 0 if they were not counted, as on later pages
 * @param whole whether that is all
 * @param open the newest month that was not searched to its end, because the time was over
 */
public record SearchResult(
    List<SearchHit> hits, String next, long number, boolean whole, @Nullable YearMonth open) {
  static final SearchResult NOTHING = new SearchResult(List.of(), "", 0, true, null);

  public SearchResult {
    hits = List.copyOf(hits);
  }

  /** Returns the number, as people write it. */
  public String getCount() {
    return String.format(Locale.US, "%,d", number);
  }
}
