package hallmonitor.moderation.text.gloss;

/** Spanish spelling without its marks. */
final class SpanishLetters {
  private SpanishLetters() {}

  /**
   * Returns lower-case letters without accents: {@code Ñandú -> nandu}. Returns the same string if
   * nothing changes.
   */
  static String folded(String word) {
    int n = word.length();
    int i = 0;
    while (i < n && fold(word.charAt(i)) == word.charAt(i)) {
      i++;
    }
    if (i == n) {
      return word;
    }
    StringBuilder out = new StringBuilder(n).append(word, 0, i);
    for (; i < n; i++) {
      char c = fold(word.charAt(i));
      if (c != 0) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Returns 0 for a combining mark, which folding drops. */
  private static char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return switch (c) {
      case 'á', 'à', 'â', 'ä', 'Á', 'À', 'Â', 'Ä' -> 'a';
      case 'é', 'è', 'ê', 'ë', 'É', 'È', 'Ê', 'Ë' -> 'e';
      case 'í', 'ì', 'î', 'ï', 'Í', 'Ì', 'Î', 'Ï' -> 'i';
      case 'ó', 'ò', 'ô', 'ö', 'Ó', 'Ò', 'Ô', 'Ö' -> 'o';
      case 'ú', 'ù', 'û', 'ü', 'Ú', 'Ù', 'Û', 'Ü' -> 'u';
      case 'ñ', 'Ñ' -> 'n';
      default -> isMark(c) ? 0 : c;
    };
  }

  static boolean isMark(char c) {
    return c >= '\u0300' && c <= '\u036f';
  }

  static boolean isPartOfWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= 0x80 && (Character.isLetter(c) || isMark(c)));
  }
}
