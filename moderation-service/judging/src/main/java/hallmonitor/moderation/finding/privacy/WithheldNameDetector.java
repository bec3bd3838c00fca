package hallmonitor.moderation.finding.privacy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.scan.CharTrie;
import hallmonitor.moderation.text.LetterForms;
import hallmonitor.moderation.text.NormalizedText;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds students with a family that refused publication when a comment gives their full name: given
 * and family name in either order, including nicknames. Family names are looked up in one pass, so
 * thousands of names cost no more than a few.
 */
public final class WithheldNameDetector implements Detector {
  /** Leads to review under the default policy and never hides by itself. */
  private static final double SCORE = 0.6;

  /** Most words between the two names, such as a second name or a particle. */
  private static final int BETWEEN = 2;

  private static final Set<String> PARTICLES =
      Set.of("de", "la", "del", "los", "las", "y", "van", "von", "der", "da", "dos", "al", "el");

  private record Entry(Set<String> given, Set<String> family) {}

  private record Word(String text, int from, int to) {}

  /** Each value is an index in {@link #byFamily}. */
  private final CharTrie families;

  private final List<List<Entry>> byFamily = new ArrayList<>();

  public WithheldNameDetector(LocalNames names) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String name : names.withheld()) {
      Entry entry = entry(name);
      for (String family : entry.family) {
        int number = numbers.computeIfAbsent(family, f -> numbers.size());
        if (number == byFamily.size()) {
          byFamily.add(new ArrayList<>());
        }
        byFamily.get(number).add(entry);
      }
    }
    families = CharTrie.of(numbers);
  }

  private static Entry entry(String name) {
    int comma = name.indexOf(',');
    if (comma > 0) {
      return new Entry(
          new HashSet<>(parts(name.substring(comma + 1))),
          new HashSet<>(parts(name.substring(0, comma))));
    }
    List<String> parts = parts(name);
    boolean second = parts.size() > 2 && GivenNames.isPossible(parts.get(1));
    int given = parts.size() < 2 ? 0 : second ? 2 : 1;
    return new Entry(
        new HashSet<>(parts.subList(0, given)), new HashSet<>(parts.subList(given, parts.size())));
  }

  /**
   * Returns the parts of a name without particles, initials, and letters outside the rules'
   * alphabet.
   */
  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    for (String part : NormalizedText.of(name).text().split("[^a-zñ]+")) {
      if (part.length() > 1 && !PARTICLES.contains(part)) {
        parts.add(part);
      }
    }
    return parts;
  }

  @Override
  public String name() {
    return "withheld-name";
  }

  @Override
  public List<Finding> detect(Comment comment) {
    if (byFamily.isEmpty()) {
      return List.of();
    }
    NormalizedText light = comment.normalized();
    String text = light.text();
    for (int i = 0; i < text.length(); i++) {
      if (!LetterForms.isLetter(text.charAt(i))) {
        continue;
      }
      int end = i;
      int node = 0;
      while (end < text.length() && LetterForms.isLetter(text.charAt(end))) {
        node = end == i || node != 0 ? families.child(node, text.charAt(end)) : 0;
        end++;
      }
      if (node != 0 && families.valueAt(node) != CharTrie.NONE) {
        Word given = givenNear(comment, byFamily.get(families.valueAt(node)), i, end);
        if (given != null) {
          return List.of(finding(light, Math.min(i, given.from), Math.max(end, given.to)));
        }
      }
      i = end;
    }
    return List.of();
  }

  private static @Nullable Word givenNear(Comment comment, List<Entry> entries, int from, int to) {
    NormalizedText light = comment.normalized();
    List<Word> near = new ArrayList<>(2 * BETWEEN + 2);
    int at = from;
    for (int n = 0; n <= BETWEEN && at > 0; n++) {
      Word word = before(light.text(), at);
      if (word == null) {
        break;
      }
      near.add(word);
      at = word.from;
    }
    Word after = after(light.text(), to);
    if (after != null) {
      near.add(after);
    }
    for (Word word : near) {
      if (isWrittenAsWord(comment, word, from)) {
        continue;
      }
      for (Entry entry : entries) {
        if (entry.given.stream()
            .anyMatch(g -> g.equals(word.text) || GivenNames.standForEachOther(g, word.text))) {
          return word;
        }
      }
    }
    return null;
  }

  /** In lower case, {@code hope} and {@code park} are words and not names. */
  private static boolean isWrittenAsWord(Comment comment, Word word, int family) {
    boolean capitals = isCapital(comment, word.from) || isCapital(comment, family);
    return !capitals && !GivenNames.isCertain(word.text);
  }

  private static boolean isCapital(Comment comment, int at) {
    int original = comment.normalized().originalFrom(at);
    return original < comment.text().length()
        && Character.isUpperCase(comment.text().codePointAt(original));
  }

  private static @Nullable Word before(String text, int at) {
    int end = at;
    while (end > 0 && !LetterForms.isLetter(text.charAt(end - 1))) {
      if (ends(text.charAt(end - 1))) {
        return null;
      }
      end--;
    }
    int start = end;
    while (start > 0 && LetterForms.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return start == end ? null : new Word(text.substring(start, end), start, end);
  }

  private static @Nullable Word after(String text, int at) {
    int start = at;
    while (start < text.length() && !LetterForms.isLetter(text.charAt(start))) {
      if (ends(text.charAt(start))) {
        return null;
      }
      start++;
    }
    int end = start;
    while (end < text.length() && LetterForms.isLetter(text.charAt(end))) {
      end++;
    }
    return start == end ? null : new Word(text.substring(start, end), start, end);
  }

  private static boolean ends(char c) {
    return c == '!' || c == '?' || c == ';' || c == ':';
  }

  private Finding finding(NormalizedText light, int from, int to) {
    return new Finding(
        Category.CONFIDENTIAL,
        SCORE,
        name(),
        List.of(new Span(light.originalFrom(from), light.originalTo(to))),
        Sentence.of("It names a student about whom the school may not publish anything.")
            .toString());
  }
}
