package hallmonitor.moderation.casework.answer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text as {@link LeakSearch} compares them: runs of letters and digits, without case
 * and accents, and without what no reader sees, such as soft hyphens and marks of direction.
 */
final class ComparedWords {
  private ComparedWords() {}

  static List<String> of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    plain
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
              } else if (!isUnseen(c) && word.length() > 0) {
                words.add(folded(word));
                word.setLength(0);
              }
            });
    if (word.length() > 0) {
      words.add(folded(word));
    }
    return words;
  }

  private static String folded(StringBuilder word) {
    // In this order, so that a sharp s and a final sigma are like the letters they stand for.
    return word.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> false;
    };
  }
}
