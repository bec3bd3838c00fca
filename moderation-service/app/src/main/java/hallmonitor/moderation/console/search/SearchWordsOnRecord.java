package hallmonitor.moderation.console.search;

import java.util.ArrayList;
import java.util.List;

/** A search as it stands in the audit log: what was asked for, in English. */
final class SearchWordsOnRecord {
  private SearchWordsOnRecord() {}

  static String of(SearchFilter filter, String after) {
    List<String> parts = new ArrayList<>();
    add(parts, "words", filter.words());
    add(parts, "author", filter.author());
    for (SearchField field : SearchField.values()) {
      add(parts, field.getCode(), filter.value(field));
    }
    add(parts, "from", filter.from());
    add(parts, "until", filter.until());
    add(parts, "page", after.isEmpty() ? "" : "another");
    return String.join("; ", parts);
  }

  private static void add(List<String> parts, String name, String value) {
    if (!value.isEmpty()) {
      parts.add(name + ": " + value);
    }
  }
}
