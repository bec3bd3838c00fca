package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.Titles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said before a signature in several words: {@code Thank you for reading, ...}. */
final class Formula {
  private static final int LONGEST = 8;

  private static final Map<String, List<String[]>> CLOSING = byLast(WORDS.of("closing-phrase"));
  private static final Map<String, List<String[]>> GRATEFUL = byLast(WORDS.of("grateful"));
  private static final Set<String> SPEAKING = WORDS.of("speaks-for");
  private static final Set<String> MINE = Set.of("my", "mi");
  private static final Set<String> OF_ONE = WORDS.of("of-one");
  private static final Set<String> PARTING = WORDS.of("parting");

  private Formula() {}

  private static Map<String, List<String[]>> byLast(Set<String> phrases) {
    return phrases.stream()
        .map(phrase -> phrase.split(" "))
        .collect(Collectors.groupingBy(words -> words[words.length - 1]));
  }

  /** {@code Signing off, ...}, {@code For the board, ...}. */
  static boolean closes(NameTokens tokens, int i) {
    return endsWith(CLOSING, tokens, i - 1) || speaksFor(tokens, i);
  }

  /** {@code Thanks for reading, ...}. */
  static boolean thanks(NameTokens tokens, int i) {
    return endsWith(GRATEFUL, tokens, i - 1);
  }

  /** {@code Proud to serve you, Ann Lee}: a few last words that say how somebody goes. */
  static boolean parts(NameTokens tokens, int i) {
    int first = clause(tokens, i);
    return tokens.before(i) == Seam.COMMA
        && i - first > 1
        && tokens.before(first).compareTo(Seam.END) >= 0
        && PARTING.contains(tokens.plain(first))
        && !namesOther(tokens, first, i)
        && isFullName(tokens, i + (Titles.of(tokens.plain(i)) == Titles.COURTESY ? 1 : 0));
  }

  /** {@code For all of us, ...}, {@code por el sindicato, ...}: many, or an office. */
  private static boolean speaksFor(NameTokens tokens, int i) {
    if (tokens.before(i) != Seam.COMMA || !isName(tokens, i)) {
      return false;
    }
    int first = clause(tokens, i);
    if (tokens.before(first).compareTo(Seam.END) < 0) {
      return false; // thanks for what you do for us, ...
    }
    int after = after(SPEAKING, tokens, first);
    if (MINE.contains(tokens.plain(after))) {
      return false; // for my favourite teacher, ...
    }
    for (int k = after; k > first && k < i; k++) {
      String word = tokens.plain(k);
      if (Roles.isMany(word) || Roles.of(word).compareTo(Titles.STAFF) <= 0 || isUs(word)) {
        return true;
      }
    }
    return false;
  }

  /** {@code In memory of a great man, Ann Lee}: she is the one that is spoken of. */
  private static boolean namesOther(NameTokens tokens, int first, int end) {
    for (int i = first; i < end; i++) {
      if (OF_ONE.contains(tokens.plain(i))) {
        return true;
      }
    }
    return false;
  }

  /** Index of the first word of the clause that ends before {@code i}. */
  private static int clause(NameTokens tokens, int i) {
    int first = i - 1;
    while (first > 0 && i - first < LONGEST && tokens.before(first) == Seam.SPACE) {
      first--;
    }
    return first;
  }

  private static boolean isUs(String word) {
    return switch (word) {
      case "us", "nosotros", "nosotras", "todos", "todas" -> true;
      default -> false;
    };
  }

  private static boolean isName(NameTokens tokens, int i) {
    return tokens.isCapital(i) && tokens.isCapital(i + 1);
  }

  private static boolean isFullName(NameTokens tokens, int i) {
    return tokens.isCapital(i)
        && tokens.isCapital(i + 1)
        && tokens.before(i + 1) == Seam.SPACE
        && GivenNames.isPossible(tokens.plain(i))
        && Roles.of(tokens.plain(i + 1)) == Titles.NONE;
  }

  /**
   * Index after the phrase that begins there, of four words at most; or {@code first} where none
   * does.
   */
  private static int after(Set<String> phrases, NameTokens tokens, int first) {
    for (int words = 4; words > 0; words--) {
      if (phrases.contains(tokens.plain(first, Math.min(first + words, tokens.count())))) {
        return first + words;
      }
    }
    return first;
  }

  private static boolean endsWith(Map<String, List<String[]>> all, NameTokens tokens, int last) {
    for (String[] words : all.getOrDefault(tokens.plain(last), List.of())) {
      if (isAt(words, tokens, last - words.length + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(String[] words, NameTokens tokens, int first) {
    for (int k = 0; k < words.length; k++) {
      if (!tokens.plain(first + k).equals(words[k])
          || k > 0 && tokens.before(first + k) != Seam.SPACE) {
        return false;
      }
    }
    return true;
  }
}
