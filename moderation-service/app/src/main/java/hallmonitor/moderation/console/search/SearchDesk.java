package hallmonitor.moderation.console.search;

import hallmonitor.moderation.casework.search.SearchQuery;
import hallmonitor.moderation.casework.search.SearchTerm;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.records.RecordPlaces;
import hallmonitor.moderation.console.search.SearchMonths.Counted;
import hallmonitor.moderation.console.search.SearchMonths.Found;
import hallmonitor.moderation.console.search.SearchMonths.FoundEntry;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.search.SearchIndex;
import hallmonitor.moderation.store.search.SearchIndex.Trail;
import hallmonitor.moderation.store.search.SearchedWords;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Carries out searches. */
@ApplicationScoped
class SearchDesk {
  static final int PAGE = 50;

  /** So many are counted, and so many of the newest are ordered by relevance. */
  static final int MOST_COUNTED = 1_000;

  /** Of this time, counting gets what finding the page has left. */
  private static final Duration FINDING_AND_COUNTING = Duration.ofMillis(120);

  /** More would take the connections that comments need. */
  private static final int MOST_AT_ONCE = 2;

  private static final Duration WAITING = Duration.ofSeconds(2);

  private final Semaphore running = new Semaphore(MOST_AT_ONCE);
  private final ConsoleDatabase database;
  private final RecordPlaces places;
  private final LiveRules rules;
  private final Duration finding;

  SearchDesk(
      ConsoleDatabase database,
      RecordPlaces places,
      LiveRules rules,
      @ConfigProperty(name = "hallmonitor.search.longest") Duration finding) {
    this.database = database;
    this.places = places;
    this.rules = rules;
    this.finding = finding;
  }

  /** Returns how far the search is behind the archive. */
  Trail trail() {
    return database.read(Trail::of);
  }

  /**
   * Searches.
   *
   * @param after where the page begins: a place in the order of time, or a number of entries in
   *     that of relevance; empty for the first page
   * @return empty if too many others are searching
   */
  Optional<SearchResult> find(SearchFilter filter, String after, Scope scope) {
    return inTurn(() -> find(filter, after, scope, finding, FINDING_AND_COUNTING));
  }

  /** Does something that holds a connection; empty if too many others do so for too long. */
  <T> Optional<T> inTurn(Supplier<T> work) {
    try {
      if (!running.tryAcquire(WAITING.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      running.release();
    }
  }

  SearchResult find(
      SearchFilter filter, String after, Scope scope, Duration time, Duration withCounting) {
    ZoneId zone = rules.district().current().value().timeZone();
    Sight sight = new Sight(scope, places.accounts(scope));
    Page page =
        database.read(
            h -> {
              SearchQuery query = query(h, filter);
              SearchMonths months = new SearchMonths(h, filter, query, sight, zone);
              return filter.relevance()
                  ? byRank(h, months, query, after, time)
                  : byTime(h, months, query, after, time, withCounting);
            });
    // Marking long texts takes a while, and no connection.
    List<SearchHit> hits =
        page.texts().stream().map(text -> SearchHit.of(text, page.query())).toList();
    return new SearchResult(hits, page.next(), page.number(), page.whole(), page.open());
  }

  /** A page of results as the database has it; as in {@link SearchResult}. */
  private record Page(
      List<FoundText> texts,
      SearchQuery query,
      String next,
      long number,
      boolean whole,
      @Nullable YearMonth open) {}

  private static Page byTime(
      Handle h,
      SearchMonths months,
      SearchQuery query,
      String after,
      Duration time,
      Duration withCounting) {
    long start = System.nanoTime();
    Optional<SearchPlace> place = SearchPlace.parse(after);
    Found found = months.newest(place, PAGE + 1, time);
    boolean more = found.keys().size() > PAGE;
    List<FoundEntry> shown = more ? found.keys().subList(0, PAGE) : found.keys();
    Counted number =
        place.isPresent()
            ? new Counted(0, false)
            : more
                ? months.count(MOST_COUNTED + 1, withCounting.minusNanos(System.nanoTime() - start))
                : new Counted(shown.size(), found.open() == null);
    String next =
        more
            ? shown.get(PAGE - 1).place().toString()
            : found.open() == null || !found.onward()
                ? ""
                : SearchPlace.before(SearchIndex.start(found.open().plusMonths(1))).toString();
    return new Page(
        FoundTexts.of(h, shown),
        query,
        next,
        Math.min(MOST_COUNTED, Math.max(number.found(), shown.size())),
        number.whole(),
        found.open());
  }

  /** Orders the newest ones, because ordering all would read all. */
  private static Page byRank(
      Handle h, SearchMonths months, SearchQuery query, String after, Duration time) {
    int from = number(after);
    Found found = months.newest(Optional.empty(), MOST_COUNTED + 1, time);
    boolean whole = found.open() == null && found.keys().size() <= MOST_COUNTED;
    List<FoundEntry> best =
        found.keys().stream()
            .limit(MOST_COUNTED)
            .sorted(Comparator.comparingDouble(FoundEntry::rank).reversed())
            .toList();
    List<FoundEntry> shown = best.stream().skip(from).limit(PAGE).toList();
    String next = from + PAGE < best.size() ? String.valueOf(from + PAGE) : "";
    return new Page(
        FoundTexts.of(h, shown), query, next, from == 0 ? best.size() : 0, whole, found.open());
  }

  private static int number(String after) {
    return after.matches("[0-9]{1,4}") ? Integer.parseInt(after) : 0;
  }

  /** Returns what the database looks for, with the words that are nearly the same. */
  static SearchQuery query(Handle h, SearchFilter filter) {
    List<SearchTerm> terms = filter.terms();
    Map<String, Set<String>> near = new HashMap<>();
    terms.stream()
        .filter(term -> term.match() == SearchTerm.Match.NEAR)
        .forEach(term -> near.computeIfAbsent(term.last(), word -> SearchedWords.near(h, word)));
    SearchQuery query = new SearchQuery(terms, near).by(filter.author());
    filter
        .values()
        .forEach(
            (field, value) -> query.with(field.tag(), field == SearchField.PICTURE ? "" : value));
    return query;
  }
}
