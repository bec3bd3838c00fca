package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.casework.answer.LeakSearch;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The laws that an answer cites, as the program writes them: a number in one is nobody's. */
final class CitedLaws {
  private final String all;
  private final Pattern cited;

  CitedLaws(Collection<String> texts) {
    all = String.join("\n", texts);
    String any =
        texts.stream()
            .map(text -> text.replaceAll("\\s", ""))
            .filter(text -> !text.isEmpty())
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(CitedLaws::acrossLines)
            .collect(Collectors.joining("|"));
    // "Sec. 5" is not in "Sec. 512".
    cited = Pattern.compile(any.isEmpty() ? "(?!)" : "(?<!\\d)(?:" + any + ")(?!\\d)");
  }

  /** A line of a PDF can end anywhere in it. */
  private static String acrossLines(String text) {
    return text.codePoints()
        .mapToObj(sign -> Pattern.quote(Character.toString(sign)))
        .collect(Collectors.joining("\\s*"));
  }

  /**
   * Returns the numbers of the items that have hidden words in a text, and not only in the laws
   * that it cites. A law that was redacted together with other words stands there with them.
   */
  Set<Long> besides(LeakSearch search, String text) {
    String rest = cited.matcher(text).replaceAll("\n");
    Set<Long> found = new TreeSet<>(search.in(rest));
    if (!rest.equals(text)) {
      Set<Long> whole = new TreeSet<>(search.in(text));
      whole.removeAll(search.in(all));
      found.addAll(whole);
    }
    return found;
  }
}
