package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.text.ListDifference;
import hallmonitor.moderation.text.ListDifference.Fate;
import hallmonitor.moderation.text.ListDifference.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What changed between two texts, word by word. */
public final class WordDiff {
  /**
   * Parts in order: without the added ones they are the old text, without the removed ones the new
   * text.
   */
  public record Part(String text, Fate fate) {
    public boolean isKept() {
      return fate == Fate.KEPT;
    }

    public boolean isAdded() {
      return fate == Fate.ADDED;
    }
  }

  /** Longer differences are not broken down, so that no page waits for them. */
  private static final int MOST_WORDS = 800;

  private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{M}\\p{N}]+|\\X");

  private static final Pattern A_WORD = Pattern.compile("[\\p{L}\\p{N}]");

  private WordDiff() {}

  public static List<Part> between(String before, String after) {
    List<Part> parts = new ArrayList<>();
    for (Step<String> step : ListDifference.between(words(before), words(after), MOST_WORDS)) {
      Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
      if (last != null && last.fate() == step.fate()) {
        parts.set(parts.size() - 1, new Part(last.text() + step.element(), step.fate()));
      } else {
        parts.add(new Part(step.element(), step.fate()));
      }
    }
    return joined(parts);
  }

  /**
   * Joins changes with nothing between them but blanks and signs, which reads better than one word
   * after the other.
   */
  private static List<Part> joined(List<Part> parts) {
    List<Part> joined = new ArrayList<>();
    int next = 0;
    while (next < parts.size()) {
      int end = changedUntil(parts, next);
      List<Part> run = parts.subList(next, Math.max(end, next + 1));
      if (has(run, Fate.REMOVED) && has(run, Fate.ADDED)) {
        joined.add(new Part(without(run, Fate.ADDED), Fate.REMOVED));
        joined.add(new Part(without(run, Fate.REMOVED), Fate.ADDED));
      } else {
        joined.addAll(run);
      }
      next += run.size();
    }
    return joined;
  }

  /** Returns the index after the last change that is joined to the one at a place. */
  private static int changedUntil(List<Part> parts, int first) {
    int end = first;
    for (int i = first; i < parts.size(); i++) {
      if (!parts.get(i).isKept()) {
        end = i + 1;
      } else if (end == first || A_WORD.matcher(parts.get(i).text()).find()) {
        break;
      }
    }
    return end;
  }

  private static boolean has(List<Part> run, Fate fate) {
    return run.stream().anyMatch(part -> part.fate() == fate);
  }

  private static String without(List<Part> run, Fate fate) {
    return run.stream()
        .filter(part -> part.fate() != fate)
        .map(Part::text)
        .collect(Collectors.joining());
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }
}
