package hallmonitor.moderation.console.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What changed between two texts, word by word: the longest words in common stay, by the usual
 * table of longest common subsequences. Texts with more words than {@value #MOST_WORDS} each are
 * compared as a whole between their common beginning and end, so that no page waits for it.
 */
final class WordDiff {
  /** What became of a part of the text. */
  enum Fate {
    KEPT,
    REMOVED,
    ADDED
  }

  /** Parts in order: without the added ones they are the old text, without the removed the new. */
  public record Part(String text, Fate fate) {
    public boolean isKept() {
      return fate == Fate.KEPT;
    }

    public boolean isAdded() {
      return fate == Fate.ADDED;
    }
  }

  private static final int MOST_WORDS = 800;
  private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{M}\\p{N}]+|\\X");

  private final List<Part> parts = new ArrayList<>();

  private WordDiff() {}

  static List<Part> between(String before, String after) {
    WordDiff diff = new WordDiff();
    diff.compare(words(before), words(after));
    return diff.parts;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  private void compare(List<String> old, List<String> fresh) {
    int shorter = Math.min(old.size(), fresh.size());
    int start = 0;
    while (start < shorter && old.get(start).equals(fresh.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && old.get(old.size() - 1 - end).equals(fresh.get(fresh.size() - 1 - end))) {
      end++;
    }
    old.subList(0, start).forEach(word -> add(word, Fate.KEPT));
    middle(old.subList(start, old.size() - end), fresh.subList(start, fresh.size() - end));
    old.subList(old.size() - end, old.size()).forEach(word -> add(word, Fate.KEPT));
  }

  private void middle(List<String> old, List<String> fresh) {
    if (old.size() > MOST_WORDS || fresh.size() > MOST_WORDS) {
      old.forEach(word -> add(word, Fate.REMOVED));
      fresh.forEach(word -> add(word, Fate.ADDED));
      return;
    }
    int[][] common = common(old, fresh);
    int i = 0;
    int j = 0;
    while (i < old.size() || j < fresh.size()) {
      if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
        add(old.get(i++), Fate.KEPT);
        j++;
      } else if (i < old.size() && (j == fresh.size() || common[i + 1][j] >= common[i][j + 1])) {
        add(old.get(i++), Fate.REMOVED);
      } else {
        add(fresh.get(j++), Fate.ADDED);
      }
    }
  }

  /** How many words two ends of the texts have in common, for each pair of ends. */
  private static int[][] common(List<String> old, List<String> fresh) {
    int[][] common = new int[old.size() + 1][fresh.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = fresh.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(fresh.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private void add(String word, Fate fate) {
    Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
    if (last != null && last.fate() == fate) {
      parts.set(parts.size() - 1, new Part(last.text() + word, fate));
    } else {
      parts.add(new Part(word, fate));
    }
  }
}
