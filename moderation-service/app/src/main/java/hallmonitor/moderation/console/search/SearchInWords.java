package hallmonitor.moderation.console.search;

import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Says what a stored search looks for, with the labels of the search page. */
@ApplicationScoped
public class SearchInWords {
  /**
   * One thing that it looks for.
   *
   * @param label of its field; empty for the words
   * @param value as the page names it, or as someone typed it
   */
  public record Part(Sentence label, CharSequence value) {}

  private final SearchOptions options;

  SearchInWords(SearchOptions options) {
    this.options = options;
  }

  /**
   * Returns its parts in the order of the page.
   *
   * @param query as in the address of the search
   */
  public List<Part> of(String query, Scope scope) {
    SearchFilter filter = SearchSweep.read(query);
    return Stream.of(
            Stream.of(
                new Part(Sentence.NONE, filter.words()),
                new Part(Sentence.of("Author"), filter.author()),
                new Part(Sentence.of("From"), filter.from()),
                new Part(Sentence.of("To"), filter.until())),
            options.of(filter, scope).stream()
                .flatMap(
                    field ->
                        field.all().stream()
                            .filter(choice -> choice.value().equals(field.chosen()))
                            .map(choice -> new Part(field.field().getLabel(), choice.label()))))
        .flatMap(parts -> parts)
        .filter(part -> !part.value().isEmpty())
        .toList();
  }
}
