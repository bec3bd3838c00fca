package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.casework.answer.LeakSearch;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the program itself writes into an answer, such as the laws that it cites and the numbers of
 * records: a number there is nobody's.
 */
final class OwnWords {
  private final LeakSearch search;
  private final Set<Long> inOwn;

  /** The longest first. */
  private final List<String> own;

  /**
   * Creates it.
   *
   * @param search for hidden words
   * @param texts that the program writes; some have thousands of numbers
   */
  OwnWords(LeakSearch search, Collection<String> texts) {
    this.search = search;
    this.inOwn = search.in(String.join("\n", texts));
    this.own =
        texts.stream()
            .map(text -> text.replaceAll("\\s", ""))
            .filter(text -> !text.isEmpty())
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
  }

  /**
   * Returns the numbers of the items that have hidden words in a text, and not only in words of the
   * program. A law that was redacted together with other words stands there with them.
   */
  Set<Long> besides(String text) {
    String rest = new DenseText(text).without(own);
    Set<Long> found = new TreeSet<>(search.in(rest));
    if (!rest.equals(text)) {
      search.in(text).stream().filter(item -> !inOwn.contains(item)).forEach(found::add);
    }
    return found;
  }
}
