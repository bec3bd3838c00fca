package hallmonitor.moderation.console.search;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.casework.search.NearWords;
import hallmonitor.moderation.casework.search.SearchMistake;
import hallmonitor.moderation.casework.search.SearchTerm;
import hallmonitor.moderation.casework.search.SearchTerm.Match;
import hallmonitor.moderation.casework.search.SearchTerms;
import hallmonitor.moderation.wording.Sentence;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is searched for, as in the page's address. An empty value does not narrow the search.
 *
 * @param words as typed
 * @param author the beginnings of words of a name
 * @param from first day, in the district's time zone
 * @param until last day
 * @param relevance whether the best come first instead of the newest
 */
public record SearchFilter(
    String words,
    String author,
    Map<SearchField, String> values,
    String from,
    String until,
    boolean relevance) {
  static final String BY_RELEVANCE = "relevance";
  private static final int LONGEST = 300;

  public SearchFilter {
    values = Map.copyOf(values);
  }

  static SearchFilter of(MultivaluedMap<String, String> address) {
    Map<SearchField, String> values = new EnumMap<>(SearchField.class);
    for (SearchField field : SearchField.values()) {
      String plain = plain(address.getFirst(field.getCode()));
      if (!plain.isEmpty() && plain.length() <= LONGEST) {
        values.put(field, plain);
      }
    }
    return new SearchFilter(
        plain(address.getFirst("q")),
        plain(address.getFirst("author")),
        values,
        plain(address.getFirst("from")),
        plain(address.getFirst("until")),
        BY_RELEVANCE.equals(address.getFirst("sort")));
  }

  private static String plain(String value) {
    return value == null ? "" : value.replace("\0", "").strip();
  }

  /** Returns the chosen value; empty for all. */
  public String value(SearchField field) {
    return values.getOrDefault(field, "");
  }

  /** Returns what is wrong with the words; empty if they can be searched for. */
  public Sentence getWordsProblem() {
    try {
      SearchTerms.of(words);
      return Sentence.NONE;
    } catch (SearchMistake e) {
      return e.sentence();
    }
  }

  public Sentence getAuthorProblem() {
    return author.length() > LONGEST
            || !author.isEmpty() && author.codePoints().noneMatch(Character::isLetterOrDigit)
        ? Sentence.of("Enter a name, or the beginnings of its words.")
        : Sentence.NONE;
  }

  public Sentence getDatesProblem() {
    boolean read =
        (from.isEmpty() || day(from).isPresent()) && (until.isEmpty() || day(until).isPresent());
    if (!read) {
      return Sentence.of("Choose a date, or leave the field empty.");
    }
    boolean turned =
        day(from).isPresent()
            && day(until).isPresent()
            && day(from).get().isAfter(day(until).get());
    return turned ? Sentence.of("Choose a last day that is not before the first.") : Sentence.NONE;
  }

  public boolean isUsable() {
    return getWordsProblem().isEmpty()
        && getAuthorProblem().isEmpty()
        && getDatesProblem().isEmpty();
  }

  /** Returns whether anything is asked for; nothing is searched otherwise. */
  public boolean isAsked() {
    return !getQuery().isEmpty();
  }

  /** Returns the terms; empty if the words cannot be used. */
  List<SearchTerm> terms() {
    try {
      return SearchTerms.of(words);
    } catch (SearchMistake e) {
      return List.of();
    }
  }

  /** Returns when the first day begins. */
  Optional<Instant> begin(ZoneId zone) {
    return day(from).map(day -> day.atStartOfDay(zone).toInstant());
  }

  /** Returns when the last day is over. */
  Optional<Instant> end(ZoneId zone) {
    return day(until).map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(d -> d.getYear() > 0 && d.getYear() < 10_000);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Returns the query that also finds words that are nearly the same; empty if there is none. */
  public String getSimilar() {
    List<SearchTerm> terms = terms();
    boolean possible =
        terms.stream()
            .allMatch(
                t ->
                    t.match() == Match.FORMS
                        && t.words().size() == 1
                        && !t.without()
                        && NearWords.isPossible(t.last()));
    return terms.isEmpty() || !possible
        ? ""
        : new SearchFilter(
                terms.stream().map(t -> t.last() + "~").collect(Collectors.joining(" ")),
                author,
                values,
                from,
                until,
                relevance)
            .getQuery();
  }

  /** Returns the query of the page's address. */
  public String getQuery() {
    StringBuilder query = new StringBuilder(part("q", words)).append(part("author", author));
    for (SearchField field : SearchField.values()) {
      query.append(part(field.getCode(), value(field)));
    }
    query
        .append(part("from", from))
        .append(part("until", until))
        .append(part("sort", relevance ? BY_RELEVANCE : ""));
    return query.isEmpty() ? "" : query.substring(1);
  }

  private static String part(String name, String value) {
    return value.isEmpty() ? "" : "&" + name + "=" + encode(value, UTF_8);
  }
}
