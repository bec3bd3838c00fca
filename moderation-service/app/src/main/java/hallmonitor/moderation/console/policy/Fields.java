package hallmonitor.moderation.console.policy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts browser input to what the database and YAML can hold. */
final class Fields {
  private Fields() {}

  /** Returns one line without control characters, cut to a length. */
  static String line(@Nullable String text, int most) {
    String line = text(text).replaceAll("\\s+", " ").strip();
    return line.length() <= most ? line : line.substring(0, most);
  }

  /** Returns lines with the line ends of a file. */
  static String text(@Nullable String text) {
    return text == null
        ? ""
        : text.replace("\r\n", "\n")
            .replace('\r', '\n')
            .replaceAll("[\\p{Cc}\\p{Cs}\\uFEFF\\u2028\\u2029&&[^\\n\\t]]", "");
  }

  /** Returns one word or phrase per line. */
  static List<String> words(@Nullable String text) {
    return Arrays.stream(text(text).split("[\n,]"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  /** Returns the item at an index, or nothing. */
  static String at(@Nullable List<String> list, int index) {
    return list != null && index < list.size() ? line(list.get(index), 200) : "";
  }
}
