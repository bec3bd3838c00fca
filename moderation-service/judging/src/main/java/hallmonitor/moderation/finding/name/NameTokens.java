package hallmonitor.moderation.finding.name;

import hallmonitor.moderation.text.NormalizedText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The words of a text as written, each with the separator before it. */
public final class NameTokens {
  /** The separator between a word and the one before, from weak to strong. */
  public enum Seam {
    SPACE(' '),
    COMMA(','),
    COLON(':'),
    PARENTHESIS('('),
    QUOTE('"'),
    END('.'),
    DASH('-'),
    LINE('¶'),
    START('^');

    private final char mark;

    Seam(char mark) {
      this.mark = mark;
    }

    /** The mark that stands for it in the patterns of forms. */
    public char mark() {
      return mark;
    }
  }

  /** Most words that are read at once. */
  static final int MOST = 90;

  private static final int FEW = 24;

  /** Abbreviations with a period that does not end a sentence. */
  private static final Set<String> SHORTENED =
      Set.of(
          "mr", "mrs", "ms", "dr", "dra", "atte", "att", "sr", "sra", "srta", "prof", "profr",
          "profra", "lic", "ing", "enf", "gov", "sgt", "st", "ma", "rev", "jr", "capt", "vda", "fr",
          "supt", "dir", "coord", "hon", "cpl", "lt", "mtro", "mtra", "sgto", "hna", "hno", "arq",
          "pbro", "treas");

  private final String text;
  private String[] plain = new String[FEW];
  private boolean[] capital = new boolean[FEW];
  private Seam[] seam = new Seam[FEW];
  private int[] from = new int[FEW];
  private int[] to = new int[FEW];
  private int count;

  private NameTokens(String text) {
    this.text = text;
  }

  /**
   * Reads the words of a part of a text.
   *
   * @param start first index
   * @param end index after the last character
   */
  public static NameTokens of(String text, int start, int end) {
    NameTokens tokens = new NameTokens(text);
    Seam before = start == 0 ? Seam.START : Seam.SPACE;
    for (int i = start; i < end && tokens.count < MOST; ) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c)) {
        before = strongest(before, tokens.seamOf(i));
        i++;
        continue;
      }
      int last = i + 1;
      while (last < end && isInner(text, last, end)) {
        last++;
      }
      tokens.add(i, last, before);
      before = Seam.SPACE;
      i = last;
    }
    return tokens;
  }

  private static boolean isInner(String text, int i, int end) {
    char c = text.charAt(i);
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || (c == '\'' || c == '’' || c == '-')
            && i + 1 < end
            && Character.isLetter(text.charAt(i + 1));
  }

  private void add(int start, int end, Seam before) {
    if (count == from.length) {
      plain = Arrays.copyOf(plain, count * 2);
      capital = Arrays.copyOf(capital, count * 2);
      seam = Arrays.copyOf(seam, count * 2);
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
    }
    from[count] = start;
    to[count] = end;
    capital[count] = Character.isUpperCase(text.charAt(start));
    seam[count++] = before;
  }

  private Seam seamOf(int i) {
    char c = text.charAt(i);
    switch (c) {
      case ' ', '\t', '&', '/', '*', '+', '#', '\u00a0':
        return Seam.SPACE;
      case ',':
        return Seam.COMMA;
      case ':', ';':
        return Seam.COLON;
      case '\n', '\r':
        return Seam.LINE;
      case '(', ')', '[', ']':
        return Seam.PARENTHESIS;
      case '"', '“', '”', '«', '»', '\'', '‘', '’':
        return Seam.QUOTE;
      case '-', '–', '—', '~':
        return Seam.DASH;
      case '.':
        boolean shortened =
            count > 0
                && i > 0
                && to[count - 1] == i
                && (to[count - 1] - from[count - 1] == 1
                        && capital[count - 1]
                        && !plain(count - 2).equals("a")
                        && !plain(count - 2).equals("an")
                    || to[count - 1] - from[count - 1] < 6 && SHORTENED.contains(plain(count - 1)));
        return shortened ? Seam.SPACE : Seam.END;
      default:
        return Seam.END;
    }
  }

  private static Seam strongest(Seam a, Seam b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  public int count() {
    return count;
  }

  /**
   * Returns a word in lower case without accents; empty if there is no word. Computed on first use.
   */
  public String plain(int i) {
    if (i < 0 || i >= count) {
      return "";
    }
    if (plain[i] == null) {
      plain[i] = plain(text.substring(from[i], to[i]));
    }
    return plain[i];
  }

  /** Takes a fast path for ASCII words, where only capitals change. */
  public static String plain(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80) {
        String light = NormalizedText.of(word).text();
        return light.isEmpty() ? word : light; // such as a Hangul filler, which counts as a letter
      }
    }
    return word.toLowerCase(Locale.ROOT);
  }

  public boolean isCapital(int i) {
    return i < count && capital[i];
  }

  /** Returns the separator before a word; {@code END} after the last one. */
  public Seam before(int i) {
    return i < count ? seam[i] : Seam.END;
  }

  /** Returns whether only a dash precedes the first word. */
  public boolean afterDash() {
    return count > 0
        && from[0] > 0
        && seamOf(from[0] - 1 - (text.charAt(from[0] - 1) == ' ' && from[0] > 1 ? 1 : 0))
            == Seam.DASH;
  }

  public int from(int i) {
    return from[i];
  }

  public int to(int i) {
    return to[i];
  }

  /** Returns the words of a range, joined by single spaces. */
  public String plain(int first, int after) {
    StringBuilder all = new StringBuilder();
    for (int i = first; i < after; i++) {
      all.append(i == first ? "" : " ").append(plain(i));
    }
    return all.toString();
  }
}
