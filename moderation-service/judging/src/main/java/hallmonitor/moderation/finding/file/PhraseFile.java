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

  /** A heading while its phrases are read. */
  private record Heading(String meaning, List<String> phrases) {}

  private PhraseFile() {}

  /**
   * Reads the sections in file order.
   *
   * @throws IllegalStateException naming the file and line if it cannot be read
   */
  public static List<Section> read(String file) {
    Map<String, Heading> headings = new LinkedHashMap<>();
    Heading heading = null;
    for (RuleFile.Line line : RuleFile.lines(file)) {
      if (!line.isIndented()) {
        int colon = line.text().indexOf(':');
        if (colon < 1) {
          throw line.wrong("a heading is 'name: what it means'");
        }
        heading = new Heading(line.text().substring(colon + 1).strip(), new ArrayList<>());
        headings.put(line.text().substring(0, colon), heading);
      } else if (heading == null) {
        throw line.wrong("these phrases stand under no heading");
      } else {
        for (String phrase : line.text().strip().split(" *, *")) {
          heading.phrases.add(phrase);
        }
      }
    }
    return headings.entrySet().stream()
        .map(e -> new Section(e.getKey(), e.getValue().meaning, e.getValue().phrases))
        .toList();
  }
}
