package hallmonitor.moderation.finding.lexicon;

import hallmonitor.moderation.finding.file.RuleFile;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Short everyday words. They tell a strong word run together with them from the middle of an
 * innocent word ({@code stupidwhore}, {@code whorehouse} but not {@code whorl}), and two
 * neighboring words from one that was split ({@code who re}, {@code wh ore}).
 */
public final class EverydayWords {
  static final List<String> FILES = List.of("/lexicon/everyday-en.txt", "/lexicon/everyday-es.txt");
  private static final int LONGEST = 10;

  /** Longest run of words that is examined, to bound the work. */
  static final int LONGEST_RUN = 40;

  private static final Set<String> ENDINGS =
      Set.of(
          "s", "es", "er", "ers", "ed", "in", "ing", "y", "ty", "ies", "head", "heads", "hole",
          "holes", "face", "tard", "tards");

  private final List<Set<String>> languages = FILES.stream().map(EverydayWords::read).toList();

  private static Set<String> read(String file) {
    Set<String> words = new HashSet<>();
    RuleFile.lines(file).forEach(line -> words.addAll(Arrays.asList(line.text().split(" +"))));
    return words;
  }

  /** Returns whether a part of the text is an ending that strong words take. */
  static boolean isEnding(String text, int from, int to) {
    return to - from <= 5 && isEnding(text.substring(from, to));
  }

  static boolean isEnding(String piece) {
    return ENDINGS.contains(piece);
  }

  /** Returns whether a part of the text is an everyday word of any language. */
  boolean isOne(String text, int from, int to) {
    return to - from <= LONGEST
        && languages.stream().anyMatch(words -> words.contains(text.substring(from, to)));
  }

  /**
   * Returns whether a part of the text consists, apart from gaps, of everyday words of one
   * language.
   */
  boolean areAll(String text, int from, int to) {
    String[] pieces = text.substring(from, to).split("[^\\p{L}\\d]+");
    return languages.stream().anyMatch(words -> words.containsAll(Arrays.asList(pieces)));
  }

  /**
   * Returns whether both ends of a word are runs of everyday words of one language.
   *
   * @param english whether only English counts
   */
  boolean surrounds(String left, String right, boolean english) {
    if (left.length() + right.length() > LONGEST_RUN || left.length() == 1 || right.length() == 1) {
      return false; // Ashita
    }
    for (Set<String> words : english ? languages.subList(0, 1) : languages) {
      if (isRun(left, words) && (ENDINGS.contains(right) || isRun(right, words))) {
        return true;
      }
    }
    return false;
  }

  /** Single letters other than {@code a} do not make a run: names are full of them. */
  private static boolean isRun(String text, Set<String> words) {
    int n = text.length();
    boolean[] reached = new boolean[n + 1];
    reached[0] = true;
    for (int i = 0; i < n; i++) {
      for (int k = i + 1; reached[i] && k <= Math.min(n, i + LONGEST); k++) {
        boolean alone = k == i + 1 && text.charAt(i) != 'a';
        reached[k] |= !alone && words.contains(text.substring(i, k));
      }
    }
    return reached[n];
  }
}
