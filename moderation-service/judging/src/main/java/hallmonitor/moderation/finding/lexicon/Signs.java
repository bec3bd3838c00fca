package hallmonitor.moderation.finding.lexicon;

import hallmonitor.moderation.text.LetterForms;
import java.util.Arrays;

/** The letters that signs can stand for. */
final class Signs {
  /** Signs that hide any letter. */
  private static final String MASKS = "*#%&•●■█▪✱✶";

  /** Signs that separate letters, or hide one as in {@code f-ck}. */
  private static final String PARTS = " .-_,/|~*'`:;\\";

  private static final String NONE = "";

  /** A sign, then the letters that it resembles. */
  private static final String[] ALIKE = {
    "0o", "1il", "2z", "3e", "4a", "5s", "6gb", "7tl", "8b", "9gq", "@a", "$s", "!il", "|il", "+t",
    "(c", "<c", "{c", "[c", "¢c", "©c", "£le", "€e", "§s", "¡i", "†t", "®r", "¥y", "×x", "^a", "&e",
    "¶p", "¤o", "∆a", "∂d", "∑e", "∫s", "√v", "∩n", "∪u", "⊂c", "∈e", "★a", "☆a", "♡o", "♥o", "❤o",
    "○o", "◯o", "●o", "☻o", "☺o"
  };

  /** Letters drawn with several signs: the letter, then the signs. */
  private static final String[] DRAWN = {
    "o()", "o[]", "o{}", "o<>", "k|<", "k|{", "k|(", "k/<", "k1<", "kl<", "b|3", "b13", "bl3",
    "bi3", "b!3", "b|8", "h|-|", "h}{", "h#", "h]-[", "h)-(", "h1-1", "d|)", "d|>", "d|]", "di)",
    "dl)", "d[)", "v\\/", "u|_|", "u(_)", "u\\_/", "u[_]", "ul_l", "n|\\|", "n/\\/", "n^/",
    "m|\\/|", "m/\\/\\", "m^^", "a/\\", "a/-\\", "a/_\\", "w\\/\\/", "wvv", "w\\^/", "x><", "x}{",
    "x)(", "t-|-", "t']['", "t7", "f|=", "fph", "f|#", "p|*", "p|>", "p|o", "pl>", "i][", "l|_",
    "l1_", "s5h", "y`/", "q(,)", "r|2", "r12", "rl2", "g(_+", "e[-", "e|=-", "c|<"
  };

  private static final String[] BY_SIGN = new String[0x2800];
  private static final String[][] DRAWN_FROM = new String[0x80][];
  private static final String[] NOTHING = {};

  static {
    for (char first = 0; first < DRAWN_FROM.length; first++) {
      char c = first;
      DRAWN_FROM[first] = Arrays.stream(DRAWN).filter(d -> d.charAt(1) == c).toArray(String[]::new);
    }
    Arrays.fill(BY_SIGN, NONE);
    for (String one : ALIKE) {
      BY_SIGN[one.charAt(0)] = one.substring(1);
    }
  }

  private Signs() {}

  /**
   * Returns the letters that a sign resembles; empty for a letter and for signs that resemble none.
   */
  static String alike(char sign) {
    return sign < BY_SIGN.length ? BY_SIGN[sign] : NONE;
  }

  /**
   * Returns the letters drawn with several signs, this one first: each is the letter, then the
   * signs.
   */
  static String[] drawnFrom(char first) {
    return first < DRAWN_FROM.length ? DRAWN_FROM[first] : NOTHING;
  }

  static boolean isMask(char sign) {
    return MASKS.indexOf(sign) >= 0;
  }

  static boolean isPart(char sign) {
    return PARTS.indexOf(sign) >= 0;
  }

  /** Returns whether this may be a disguised letter and not plain punctuation. */
  static boolean isSign(char c) {
    return c != ' ' && !LetterForms.isLetter(c);
  }
}
