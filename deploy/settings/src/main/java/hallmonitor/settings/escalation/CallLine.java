package hallmonitor.settings.escalation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A phone line that the answer page offers with one tap.
 *
 * @param number as people read it, such as {@code 1-800-252-2873}
 * @param name by language
 * @param categories for which it is offered; empty for all
 */
public record CallLine(String number, Map<String, String> name, Set<String> categories) {
  public CallLine {
    name = Map.copyOf(name);
    categories = Set.copyOf(categories);
  }

  boolean isFor(List<String> of) {
    return categories.isEmpty() || of.stream().anyMatch(categories::contains);
  }

  public String name(String language) {
    return name.getOrDefault(language, name.getOrDefault("en", ""));
  }

  /** Returns a number without anything that a dialer does not read. */
  public static String dialed(String number) {
    return number.replaceAll("[^0-9+*#,;]", "");
  }
}
