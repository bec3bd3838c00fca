package hallmonitor.moderation.console.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.records.RecordPlaces;
import hallmonitor.moderation.console.search.SearchMonths.Found;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.search.SearchIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Goes through everything that a search finds, a part at a time, for work in the background. */
@ApplicationScoped
public class SearchSweep {
  /** As long as nobody waits for it; a search of a page stops after seconds. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final ConsoleDatabase database;
  private final RecordPlaces places;
  private final LiveRules rules;

  SearchSweep(ConsoleDatabase database, RecordPlaces places, LiveRules rules) {
    this.database = database;
    this.places = places;
    this.rules = rules;
  }

  /**
   * What was found.
   *
   * @param kind of the entry: comment, reply, edit, deletion or post
   * @param revision of a post its version
   */
  public record SweptItem(
      Instant at, String account, String itemId, String kind, String revision) {}

  /**
   * A part of what a search finds, the newest first.
   *
   * @param next where the next part begins; empty if this was the last one
   */
  public record Part(List<SweptItem> items, String next) {
    public Part {
      items = List.copyOf(items);
    }
  }

  /**
   * Returns a search in its usual form, newest first; empty if it searches for nothing or cannot be
   * used.
   *
   * @param query as in the address of the search
   */
  public String usual(String query) {
    SearchFilter filter = read(query);
    return filter.isUsable() ? filter.getQuery() : "";
  }

  /**
   * Returns a search in words, as it stands in the audit log.
   *
   * @param query in its usual form
   */
  public String inWords(String query) {
    return SearchWordsOnRecord.of(read(query), "");
  }

  /**
   * Finds the next part.
   *
   * @param query in its usual form
   * @param place where it begins; empty for the first
   */
  public Part next(String query, String place, Scope scope, int most) {
    SearchFilter filter = read(query);
    Sight sight = new Sight(scope, places.accounts(scope));
    return database.read(
        h -> {
          SearchMonths months =
              new SearchMonths(
                  h,
                  filter,
                  SearchDesk.query(h, filter),
                  sight,
                  rules.district().current().value().timeZone());
          Found found = months.newest(SearchPlace.parse(place), most, LONGEST);
          List<SweptItem> items =
              found.keys().stream()
                  .map(e -> new SweptItem(e.at(), e.account(), e.itemId(), e.kind(), e.revision()))
                  .toList();
          if (found.open() != null) {
            if (items.isEmpty() && !found.onward()) {
              throw new IllegalStateException("a month takes longer to search than " + LONGEST);
            }
            return new Part(
                items,
                SearchPlace.before(SearchIndex.start(found.open().plusMonths(1))).toString());
          }
          return new Part(
              items, items.size() < most ? "" : found.keys().get(most - 1).place().toString());
        });
  }

  static SearchFilter read(String query) {
    MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
    for (String part : query.split("&")) {
      int at = part.indexOf('=');
      if (at > 0 && !part.startsWith("sort=")) {
        values.add(part.substring(0, at), URLDecoder.decode(part.substring(at + 1), UTF_8));
      }
    }
    return SearchFilter.of(values);
  }
}
