package hallmonitor.settings.yaml;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Placeholders in a text, such as {@code {clause}}. */
public final class Placeholders {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

  private Placeholders() {}

  /**
   * Reports each unknown placeholder.
   *
   * @param known names of the valid placeholders
   */
  public static void check(YamlMapping at, String key, String text, Set<String> known) {
    Matcher found = PLACE.matcher(text);
    while (found.find()) {
      if (!known.contains(found.group(1))) {
        String there =
            new TreeSet<>(known)
                .stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
        at.problem(
            key,
            "'{%s}' stands for nothing; %s"
                .formatted(
                    found.group(1),
                    known.isEmpty() ? "nothing is put in here" : "known here are " + there));
      }
    }
  }
}
