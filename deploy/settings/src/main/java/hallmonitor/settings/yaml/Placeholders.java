package hallmonitor.settings.yaml;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Places in a text such as {@code {clause}}, for which a value is put in. */
public final class Placeholders {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

  private Placeholders() {}

  /**
   * Notes each place of a text that stands for nothing.
   *
   * @param known names of those that stand for something
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
