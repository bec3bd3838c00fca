package hallmonitor.moderation.console.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Stands for a person in a small circle. */
final class Initials {
  private static final int TINTS = 5;

  private Initials() {}

  /** Returns the first letters of the first and the last word; "?" for a name without letters. */
  static String of(String name) {
    List<String> words =
        Arrays.stream(name.strip().split("[\\s.,_@-]+"))
            .filter(word -> word.codePoints().anyMatch(Character::isLetter))
            .toList();
    if (words.isEmpty()) {
      return "?";
    }
    String last = words.size() > 1 ? letter(words.get(words.size() - 1)) : "";
    return (letter(words.get(0)) + last).toUpperCase(Locale.ROOT);
  }

  private static String letter(String word) {
    return Character.toString(
        word.codePoints().filter(Character::isLetter).findFirst().orElse('?'));
  }

  /** Returns a number from 0 to 4, the same for a name everywhere. */
  static int tint(String name) {
    return Math.floorMod(name.hashCode(), TINTS);
  }
}
