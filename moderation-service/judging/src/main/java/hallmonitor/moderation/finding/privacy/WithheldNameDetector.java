package hallmonitor.moderation.finding.privacy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.StudentName;
import hallmonitor.moderation.finding.scan.CharTrie;
import hallmonitor.moderation.text.LetterForms;
import hallmonitor.moderation.text.NormalizedText;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds students with a family that refused publication when a comment gives their full name: given
 * and family name in either order, including nicknames. Family names are looked up in one pass, so
 * thousands of names cost no more than a few.
 */
public final class WithheldNameDetector implements Detector {
  /** The detector that each of its findings names. */
  public static final String NAME = "withheld-name";

  /** Leads to review under the default policy and never hides by itself. */
  private static final double SCORE = 0.6;

  /** Most words between the two names, such as a second name or a particle. */
  private static final int BETWEEN = 2;

  private record Word(String text, int from, int to) {}

  /** Each value is an index in {@link #byFamily}. */
  private final CharTrie families;

  private final List<List<StudentName>> byFamily = new ArrayList<>();

  public WithheldNameDetector(LocalNames names) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String name : names.withheld()) {
      StudentName entry = StudentName.of(name);
      for (String family : entry.family()) {
        int number = numbers.computeIfAbsent(family, f -> numbers.size());
        if (number == byFamily.size()) {
          byFamily.add(new ArrayList<>());
        }
        byFamily.get(number).add(entry);
      }
    }
    families = CharTrie.of(numbers);
  }

  /** Returns whether one of the findings is of this detector. */
  public static boolean isAmong(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.detector().equals(NAME));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> detect(Comment comment) {
    if (byFamily.isEmpty()) {
      return List.of();
    }
    NormalizedText light = comment.normalized();
    String text = light.text();
    List<Span> spans = new ArrayList<>();
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
          add(spans, light, Math.min(i, given.from), Math.max(end, given.to));
        }
      }
      i = end;
    }
    return spans.isEmpty() ? List.of() : List.of(finding(spans));
  }

  /** Two family names of one student lie in one span. */
  private static void add(List<Span> spans, NormalizedText light, int from, int to) {
    Span span = new Span(light.originalFrom(from), light.originalTo(to));
    int last = spans.size() - 1;
    if (last >= 0 && span.from() < spans.get(last).to()) {
      Span before = spans.remove(last);
      span = new Span(Math.min(before.from(), span.from()), Math.max(before.to(), span.to()));
    }
    spans.add(span);
  }

  private static @Nullable Word givenNear(
      Comment comment, List<StudentName> entries, int from, int to) {
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
      for (StudentName entry : entries) {
        if (entry.given().stream()
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

  private Finding finding(List<Span> spans) {
    return new Finding(
        Category.CONFIDENTIAL,
        SCORE,
        name(),
        spans,
        Sentence.of("It names a student about whom the school may not publish anything.")
            .toString());
  }
}
