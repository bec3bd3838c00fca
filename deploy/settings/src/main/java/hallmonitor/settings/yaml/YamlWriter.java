package hallmonitor.settings.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes values in the usual layout of the district's files. A value is a String, a List of values
 * or a Map from String to a value.
 */
final class YamlWriter {
  static final int WIDTH = 118;

  private YamlWriter() {}

  /** Returns a file with only this mapping. */
  static List<String> all(Map<?, ?> root) {
    List<String> lines = new ArrayList<>();
    root.forEach((key, value) -> lines.addAll(entry(key.toString(), value, 0)));
    return lines;
  }

  /**
   * Writes a key with its value; the first line is not indented.
   *
   * @param indent spaces before the key
   */
  static List<String> entry(String key, Object value, int indent) {
    List<String> below = new ArrayList<>();
    String name = YamlScalar.of(key) + ":";
    if (value instanceof String text && isBlock(text)) {
      below.add(name + " |");
      text.lines().forEach(line -> below.add(line.isEmpty() ? "" : spaces(indent + 2) + line));
      return below;
    }
    String line = name + " " + flow(value);
    if (value instanceof String || (isOnOneLine(value) && indent + line.length() <= WIDTH)) {
      return List.of(line);
    }
    below.add(name);
    if (value instanceof Map<?, ?> map) {
      map.forEach((k, v) -> add(below, entry(k.toString(), v, indent + 2), spaces(indent + 2)));
    } else if (value instanceof List<?> list) {
      list.forEach(item -> add(below, item(item, indent + 4), spaces(indent + 2) + "- "));
    }
    return below;
  }

  /**
   * Writes a list item without its dash; the first line is not indented.
   *
   * @param indent spaces before the content after the dash
   */
  static List<String> item(Object value, int indent) {
    List<String> lines = new ArrayList<>();
    boolean inBlock = value instanceof Map<?, ?> map && !map.isEmpty() && !isSmall(map);
    if (!inBlock) {
      return List.of(flow(value));
    }
    ((Map<?, ?>) value)
        .forEach(
            (k, v) ->
                add(lines, entry(k.toString(), v, indent), lines.isEmpty() ? "" : spaces(indent)));
    return lines;
  }

  /** Writes the value on one line. */
  static String flow(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty()
          ? "{}"
          : map.entrySet().stream()
              .map(e -> YamlScalar.of(e.getKey().toString()) + ": " + flow(e.getValue()))
              .collect(Collectors.joining(", ", "{ ", " }"));
    }
    return value instanceof List<?> list
        ? list.stream().map(YamlWriter::flow).collect(Collectors.joining(", ", "[", "]"))
        : YamlScalar.of(value.toString());
  }

  static boolean isBlock(String text) {
    return text.contains("\n") && text.lines().allMatch(YamlScalar::isPrintable);
  }

  private static void add(List<String> lines, List<String> more, String before) {
    for (int i = 0; i < more.size(); i++) {
      lines.add(i == 0 ? before + more.get(i) : more.get(i));
    }
  }

  /**
   * Returns whether the value is readable on one line: a list of words, a mapping of single values,
   * or an empty one.
   */
  static boolean isOnOneLine(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().allMatch(String.class::isInstance);
    }
    return value instanceof Map<?, ?> map
        ? map.values().stream().allMatch(YamlWriter::isWord)
        : !isBlock((String) value);
  }

  /** Returns true for mappings such as {@code role: principal, building: maple-high}. */
  private static boolean isSmall(Map<?, ?> map) {
    return map.size() <= 2 && map.values().stream().allMatch(YamlWriter::isWord);
  }

  private static boolean isWord(Object value) {
    return value instanceof String text && text.matches("\\S+");
  }

  private static String spaces(int count) {
    return " ".repeat(count);
  }
}
