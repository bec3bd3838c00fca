package hallmonitor.moderation.finding.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A class path file of phrases under headings. A heading is {@code name: meaning}; the indented
 * lines below it hold phrases separated by commas.
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
   * Reads the sections in file order.
   *
   * @throws IllegalStateException naming the file and line if it cannot be read
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
