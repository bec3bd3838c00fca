package hallmonitor.moderation.casework.search;

import hallmonitor.moderation.casework.search.SearchTerm.Match;
import hallmonitor.moderation.finding.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A search as PostgreSQL's {@code tsquery}, and the words of a text that it marks. Made for one
 * request.
 */
public final class SearchQuery {
  private static final String AND = " & ";
  private static final String OR = " | ";

  private final List<SearchTerm> terms;
  private final Map<String, Set<String>> near;
  private final WordForms forms = new WordForms();
  private final List<Condition> conditions = new ArrayList<>();

  /**
   * A part of the query.
   *
   * @param text as PostgreSQL reads it
   * @param beginning of the lexemes that it asks for; empty if it asks for whole ones
   */
  private record Condition(String text, boolean without, String beginning) {}

  /**
   * Creates a query.
   *
   * @param near by folded word: the words that are nearly the same, for each term that asks for
   *     them
   */
  public SearchQuery(List<SearchTerm> terms, Map<String, Set<String>> near) {
    this.terms = List.copyOf(terms);
    this.near = Map.copyOf(near);
    this.terms.forEach(term -> conditions.add(condition(term)));
  }

  /** Adds that the author's name has words that begin so. */
  public SearchQuery by(String author) {
    SearchWord.of(author)
        .forEach(
            word -> {
              String beginning = EntryTag.author(word.folded());
              conditions.add(new Condition(beginning(beginning), false, beginning));
            });
    return this;
  }

  public SearchQuery with(EntryTag tag, String value) {
    conditions.add(new Condition(EntryWords.quoted(tag.of(value)), false, ""));
    return this;
  }

  /** Returns whether it asks for anything that stands in the index. */
  public boolean isEmpty() {
    return conditions.isEmpty();
  }

  /** Returns the text of a {@code tsquery}; empty if {@link #isEmpty}. */
  public String text() {
    return text(condition -> true);
  }

  private String text(Predicate<Condition> which) {
    return conditions.stream().filter(which).map(Condition::text).collect(Collectors.joining(AND));
  }

  /** Returns the beginnings of lexemes that it asks for, each beside a condition of its own. */
  public Set<String> beginnings() {
    return conditions.stream()
        .filter(SearchQuery::isBeginning)
        .map(Condition::beginning)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isBeginning(Condition condition) {
    return !condition.without() && !condition.beginning().isEmpty();
  }

  /**
   * Returns what to look up in the index: all but the frequent beginnings, because an index reads
   * every lexeme that begins so; all if nothing else is asked for.
   *
   * @param frequent beginnings
   */
  public String lookedUp(Set<String> frequent) {
    return isSplit(frequent) ? text(c -> !isFrequent(c, frequent)) : text();
  }

  /** Returns what only to compare with the entries that were looked up; may be empty. */
  public String compared(Set<String> frequent) {
    return isSplit(frequent) ? text(c -> isFrequent(c, frequent)) : "";
  }

  private boolean isSplit(Set<String> frequent) {
    return conditions.stream().anyMatch(c -> !c.without() && !isFrequent(c, frequent));
  }

  private static boolean isFrequent(Condition condition, Set<String> frequent) {
    return isBeginning(condition) && frequent.contains(condition.beginning());
  }

  private Condition condition(SearchTerm term) {
    boolean beginning = term.match() == Match.BEGINNING && term.words().size() == 1;
    return new Condition(
        (term.without() ? "!" : "") + of(term), term.without(), beginning ? term.last() : "");
  }

  private String of(SearchTerm term) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < term.words().size(); i++) {
      boolean last = i == term.words().size() - 1;
      parts.add(any(term.words().get(i), last ? term.match() : Match.FORMS));
    }
    return parts.stream().collect(Collectors.joining(" <-> ", "(", ")"));
  }

  private String any(String word, Match match) {
    return switch (match) {
      case FORMS -> alternatives(forms.of(word));
      case BEGINNING -> beginning(SearchWord.fold(word));
      case NEAR -> alternatives(near(word));
    };
  }

  private Set<String> near(String word) {
    String folded = SearchWord.fold(word);
    return near.getOrDefault(folded, Set.of(folded));
  }

  /**
   * Returns a {@code tsquery} for entries with one of some values.
   *
   * @return one that nothing matches if there are none
   */
  public static String any(EntryTag tag, Collection<String> values) {
    return values.isEmpty()
        ? EntryWords.quoted(tag.of(""))
        : alternatives(values.stream().map(tag::of).toList());
  }

  /** Returns a {@code tsquery} for entries with a lexeme that begins so. */
  private static String beginning(String lexeme) {
    return EntryWords.quoted(lexeme) + ":*";
  }

  private static String alternatives(Collection<String> words) {
    return words.stream().map(EntryWords::quoted).collect(Collectors.joining(OR, "(", ")"));
  }

  /** Returns where a text has words that were searched for, in order. */
  public List<Span> marks(String text) {
    List<Span> spans = new ArrayList<>();
    for (SearchWord word : SearchWord.of(text)) {
      if (terms.stream().anyMatch(term -> !term.without() && isIn(term, word))) {
        spans.add(new Span(word.from(), word.to()));
      }
    }
    return spans;
  }

  private boolean isIn(SearchTerm term, SearchWord written) {
    for (int i = 0; i < term.words().size(); i++) {
      boolean last = i == term.words().size() - 1;
      if (matches(term.words().get(i), last ? term.match() : Match.FORMS, written)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(String asked, Match match, SearchWord written) {
    return switch (match) {
      case FORMS -> !Collections.disjoint(forms.of(asked), forms.of(written.accented()));
      case BEGINNING -> written.folded().startsWith(SearchWord.fold(asked));
      case NEAR -> near(asked).contains(written.folded());
    };
  }
}
