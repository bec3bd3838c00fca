package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.text.ListDifference;
import hallmonitor.moderation.text.ListDifference.Fate;
import hallmonitor.moderation.text.ListDifference.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

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
    return parts;
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }
}
