package hallmonitor.moderation.casework.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A word of a text: letters and digits, or one emoji.
 *
 * @param folded in small letters without accents; what is compared
 * @param accented in small letters with the accents of Spanish, which its stems need; as {@code
 *     folded} for a word that cannot be Spanish
 * @param from where it begins in the text, in UTF-16 units
 * @param to where it ends
 */
public record SearchWord(String folded, String accented, int from, int to) {
  /** The rest of a longer one is ignored; PostgreSQL stores lexemes of up to 2 KB. */
  static final int LONGEST = 100;

  private static final String ACCENTED = "áéíóúüñ";

  /** Splits a text into its words, in order. */
  public static List<SearchWord> of(String text) {
    List<SearchWord> words = new ArrayList<>(text.length() / 5 + 1);
    StringBuilder folded = new StringBuilder();
    int start = -1;
    int end = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      int next = i + Character.charCount(character);
      if (isLetter(character)) {
        start = start < 0 ? i : start;
        end = next;
        fold(character, folded);
      } else if (start >= 0 && isMark(character)) {
        end = next;
      } else if (start < 0 || !isIgnored(character)) {
        add(words, folded, text, start, end);
        start = -1;
        if (Character.getType(character) == Character.OTHER_SYMBOL) {
          String symbol = Character.toString(character);
          words.add(new SearchWord(symbol, symbol, i, next));
        }
      }
      i = next;
    }
    add(words, folded, text, start, end);
    return words;
  }

  private static void add(
      List<SearchWord> words, StringBuilder folded, String text, int from, int to) {
    if (!folded.isEmpty()) {
      String plain = folded.substring(0, Math.min(LONGEST, folded.length()));
      words.add(new SearchWord(plain, accented(plain, text, from, to), from, to));
      folded.setLength(0);
    }
  }

  private static String accented(String folded, String text, int from, int to) {
    boolean plain = true;
    for (int i = from; i < to && plain; i++) {
      plain = text.charAt(i) < 128;
    }
    if (plain || folded.length() == LONGEST) {
      return folded;
    }
    StringBuilder letters = new StringBuilder();
    Normalizer.normalize(text.substring(from, to), Normalizer.Form.NFKC)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(letters::appendCodePoint);
    boolean spanish =
        letters.chars().allMatch(c -> c >= 'a' && c <= 'z' || ACCENTED.indexOf(c) >= 0);
    return spanish ? letters.toString() : folded;
  }

  private static boolean isLetter(int character) {
    if (character < 128) {
      return character >= 'a' && character <= 'z'
          || character >= 'A' && character <= 'Z'
          || character >= '0' && character <= '9';
    }
    return Character.isLetterOrDigit(character);
  }

  /** Accents that stand alone. */
  private static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /** Apostrophes and invisible characters are no end of a word. */
  private static boolean isIgnored(int character) {
    return character == '\''
        || character == '’'
        || character == 'ʼ'
        || Character.getType(character) == Character.FORMAT;
  }

  /** Returns a word in small letters without accents; an emoji as it is. */
  static String fold(String word) {
    StringBuilder folded = new StringBuilder(word.length());
    word.codePoints().forEach(character -> fold(character, folded));
    return folded.isEmpty() ? word : folded.toString();
  }

  private static void fold(int character, StringBuilder folded) {
    if (character < 128) {
      folded.append((char) (character >= 'A' && character <= 'Z' ? character + 32 : character));
      return;
    }
    Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(folded::appendCodePoint);
  }
}
