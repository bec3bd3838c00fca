package hallmonitor.notifier.notice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How this district wants its notices.
 *
 * @param consoleUrl without a slash at its end
 * @param includeQuote whether the comment's words may stand in a mail
 * @param duties what the law or safety asks first, by category and then by language; English stands
 *     in for a missing language
 */
public record House(
    String consoleUrl, boolean includeQuote, Map<String, Map<String, String>> duties) {
  public House {
    consoleUrl = consoleUrl.replaceAll("/+$", "");
    duties = Map.copyOf(duties);
  }

  /** Each duty once, in the order of the categories. */
  List<String> duties(List<String> categories, String language) {
    LinkedHashSet<String> found = new LinkedHashSet<>();
    for (String category : categories) {
      Map<String, String> words = duties.getOrDefault(category, Map.of());
      Optional.ofNullable(words.getOrDefault(language, words.get("en"))).ifPresent(found::add);
    }
    return List.copyOf(found);
  }
}
