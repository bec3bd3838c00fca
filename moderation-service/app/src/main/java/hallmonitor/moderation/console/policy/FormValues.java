package hallmonitor.moderation.console.policy;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a form, as values of a file. */
record FormValues(MultivaluedMap<String, String> form) {
  private static final int LONGEST_LINE = 600;
  private static final int LONGEST_TEXT = 8_000;

  String line(String field) {
    return Fields.line(form.getFirst(field), LONGEST_LINE);
  }

  int number(String field) {
    try {
      return Integer.parseInt(line(field));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Writes required values even when empty, so that the file's reader reports them. */
  Optional<Object> required(String field) {
    return Optional.of(line(field));
  }

  Optional<Object> optional(String field) {
    return Optional.<Object>of(line(field)).filter(text -> !"".equals(text));
  }

  /** Returns a multi-line value. */
  String text(String field) {
    String text = Fields.text(form.getFirst(field)).strip();
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  /** Returns the checked values. */
  List<Object> ticked(String field) {
    return List.copyOf(lines(field).stream().filter(value -> !value.isEmpty()).distinct().toList());
  }

  /** Returns a field of one row. */
  String at(String field, int row) {
    return Fields.at(lines(field), row);
  }

  int rows(String field) {
    return lines(field).size();
  }

  private List<String> lines(String field) {
    return form.getOrDefault(field, List.of()).stream().map(v -> Fields.line(v, 200)).toList();
  }

  /** Returns one word or phrase per line. */
  List<Object> words(String field) {
    return List.copyOf(Fields.words(form.getFirst(field)));
  }

  /**
   * Returns texts by language from {@code FIELD-en} and {@code FIELD-es}; empty if both are empty.
   */
  Optional<Object> languages(String field) {
    Map<String, Object> said = new LinkedHashMap<>();
    for (String language : List.of("en", "es")) {
      String text = line(field + "-" + language);
      if (!text.isEmpty()) {
        said.put(language, text);
      }
    }
    if (!said.isEmpty() && !said.containsKey("en")) {
      Map<String, Object> english = new LinkedHashMap<>(Map.of("en", ""));
      english.putAll(said);
      return Optional.of(english);
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(said);
  }

  /**
   * Returns a mapping of the non-empty fields.
   *
   * @param fields by their keys in the file
   */
  static Optional<Object> mapping(Map<String, Optional<Object>> fields) {
    Map<String, Object> there = new LinkedHashMap<>();
    fields.forEach((key, value) -> value.ifPresent(v -> there.put(key, v)));
    return there.isEmpty() ? Optional.empty() : Optional.of(there);
  }

  static Optional<Object> list(List<?> items) {
    return items.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(new ArrayList<>(items)));
  }
}
