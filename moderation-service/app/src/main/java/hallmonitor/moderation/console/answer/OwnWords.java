package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.casework.answer.LeakSearch;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the program itself writes into an answer, such as the laws that it cites and the numbers of
 * records: a number there is nobody's.
 */
final class OwnWords {
  private final String all;
  private final Pattern own;

  OwnWords(Collection<String> texts) {
    all = String.join("\n", texts);
    String any =
        texts.stream()
            .map(text -> text.replaceAll("\\s", ""))
            .filter(text -> !text.isEmpty())
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(OwnWords::acrossLines)
            .collect(Collectors.joining("|"));
    // "Sec. 5" is not in "Sec. 512".
    own = Pattern.compile(any.isEmpty() ? "(?!)" : "(?<!\\d)(?:" + any + ")(?!\\d)");
  }

  /** A line of a PDF can end anywhere in it. */
  private static String acrossLines(String text) {
    return text.codePoints()
        .mapToObj(sign -> Pattern.quote(Character.toString(sign)))
        .collect(Collectors.joining("\\s*"));
  }

  /**
   * Returns the numbers of the items that have hidden words in a text, and not only in words of the
   * program. A law that was redacted together with other words stands there with them.
   */
  Set<Long> besides(LeakSearch search, String text) {
    String rest = own.matcher(text).replaceAll("\n");
    Set<Long> found = new TreeSet<>(search.in(rest));
    if (!rest.equals(text)) {
      Set<Long> whole = new TreeSet<>(search.in(text));
      whole.removeAll(search.in(all));
      found.addAll(whole);
    }
    return found;
  }
}
