package hallmonitor.moderation.finding.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file on the class path of words and phrases under headings: a heading is {@code name: what it
 * means}; the lines set in below it are phrases between commas.
 */
public final class PhraseFile {
  /** One heading with its phrases. */
  public record Section(String name, String meaning, List<String> phrases) {
    public Section {
      phrases = List.copyOf(phrases);
    }
  }

  private PhraseFile() {}

  /**
   * The sections in the order of the file.
   *
   * @throws IllegalStateException naming file and line when it cannot be read
   */
  public static List<Section> read(String file) {
    Map<String, String> meanings = new LinkedHashMap<>();
    Map<String, List<String>> phrases = new LinkedHashMap<>();
    String name = "";
    for (RuleFile.Line line : RuleFile.lines(file)) {
      if (!line.isIndented()) {
        int colon = line.text().indexOf(':');
        if (colon < 1) {
          throw line.wrong("a heading is 'name: what it means'");
        }
        name = line.text().substring(0, colon);
        meanings.put(name, line.text().substring(colon + 1).strip());
        phrases.put(name, new ArrayList<>());
      } else if (name.isEmpty()) {
        throw line.wrong("these phrases stand under no heading");
      } else {
        for (String phrase : line.text().strip().split(" *, *")) {
          phrases.get(name).add(phrase);
        }
      }
    }
    return meanings.entrySet().stream()
        .map(e -> new Section(e.getKey(), e.getValue(), phrases.get(e.getKey())))
        .toList();
  }
}
