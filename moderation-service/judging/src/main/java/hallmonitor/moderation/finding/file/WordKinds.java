package hallmonitor.moderation.finding.file;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A class path file of words by kind. Each line is {@code kind: word word}; a kind may have several
 * lines. {@code _} stands for a space within a phrase.
 */
public final class WordKinds {
  private final String file;
  private final Map<String, Set<String>> kinds;

  private WordKinds(String file, Map<String, Set<String>> kinds) {
    this.file = file;
    this.kinds = kinds;
  }

  /**
   * Reads a file.
   *
   * @throws IllegalStateException naming the file and line of a line without a kind
   */
  public static WordKinds read(String file) {
    Map<String, Set<String>> kinds = new HashMap<>();
    for (RuleFile.Line line : RuleFile.lines(file)) {
      int colon = line.text().indexOf(':');
      if (colon < 1) {
        throw line.wrong("expected 'kind: word word'");
      }
      Set<String> kind =
          kinds.computeIfAbsent(line.text().substring(0, colon), k -> new HashSet<>());
      for (String word : line.text().substring(colon + 1).strip().split(" +")) {
        kind.add(word.replace('_', ' '));
      }
    }
    return new WordKinds(file, kinds);
  }

  public Set<String> names() {
    return kinds.keySet();
  }

  /**
   * Returns the words of a kind.
   *
   * @throws IllegalStateException if the file has no such kind
   */
  public Set<String> of(String kind) {
    Set<String> words = kinds.get(kind);
    if (words == null) {
      throw new IllegalStateException(file + " has no line '" + kind + ": ...'");
    }
    return words;
  }
}
