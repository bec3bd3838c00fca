package hallmonitor.moderation.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.Map;

/** The plain spelling of characters outside ASCII. */
final class Glyphs {
  /**
   * Pairs of a character and the plain letter that it resembles, based on the Unicode confusables
   * list (UTS 39).
   */
  private static final String LOOK_ALIKES =
      "аaеeоoрpсcуyхxіiјjѕsкkмmнhтtвbһhԁdԛqԝwґrгrпnиuпnёeйuяrзeьbщwғfҝk" // Cyrillic
          + "αaεeοoρpυuιiκkνvτtχxηnωwβbγyσoμuδd" // Greek
          + "սuօoհhոnցgզqաwյj" // Armenian
          + "ıiɡgɪiɑaʀrøođdłlħhŧtʟlɴnʏyᴀaʙbᴄcᴅdᴇeꜰfɢgʜhᴊjᴋkᴍmᴏoᴘpꜱsᴛtᴜuᴠvᴡwᴢzƒfʌaəeɐaʇt"
          + "‘'’'‛'´'ʼ'`'“\"”\"„\"«\"»\"–-—-−-‐-‑-‒-―-•.·.∙.";

  private static final Map<Character, Character> ALIKE = new HashMap<>();

  static {
    for (int i = 0; i < LOOK_ALIKES.length(); i += 2) {
      ALIKE.put(LOOK_ALIKES.charAt(i), LOOK_ALIKES.charAt(i + 1));
    }
  }

  /** Spellings of code points below this are computed once; it covers most text outside ASCII. */
  private static final int REMEMBERED = 0x2100;

  private static final String[] KNOWN = new String[REMEMBERED];

  private Glyphs() {}

  /**
   * Returns the spelling in lower case: empty for invisible characters, one space for white space.
   */
  static String plain(int codePoint) {
    if (codePoint >= REMEMBERED) {
      return workOut(codePoint);
    }
    String known = KNOWN[codePoint];
    if (known == null) {
      known = workOut(codePoint);
      KNOWN[codePoint] = known;
    }
    return known;
  }

  private static String workOut(int codePoint) {
    if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
      return "\uFFFD"; // half a surrogate pair: readers see a replacement character
    }
    String before = Character.toString(codePoint);
    for (int round = 0;
        round < 4;
        round++) { // the lower case of a compatibility form may have a compatibility form itself
      String after = step(before);
      if (after.equals(before)) {
        break;
      }
      before = after;
    }
    return before;
  }

  private static String step(String text) {
    StringBuilder out = new StringBuilder();
    Normalizer.normalize(text, Form.NFKC)
        .codePoints()
        .map(Character::toLowerCase)
        .forEach(
            cp -> {
              if (Character.isWhitespace(cp) || Character.isSpaceChar(cp)) {
                out.append(' ');
              } else if (!unseen(cp)) {
                out.appendCodePoint(letter(cp));
              }
            });
    return out.toString();
  }

  private static boolean unseen(int cp) {
    int type = Character.getType(cp);
    return type == Character.FORMAT
        || type == Character.CONTROL
        || type == Character.ENCLOSING_MARK
        || isWesternMark(cp)
        || cp == 0x115F
        || cp == 0x1160
        || cp == 0x3164 // Hangul fillers
        || (cp >= 0xFE00 && cp <= 0xFE0F)
        || (cp >= 0xE0100 && cp <= 0xE01EF) // variation selectors
        || (cp >= 0x1F3FB && cp <= 0x1F3FF); // skin tones
  }

  /** Decorative marks only; the vowel signs of Hindi or Thai are excluded. */
  private static boolean isWesternMark(int cp) {
    return (cp >= 0x300 && cp <= 0x36F)
        || (cp >= 0x483 && cp <= 0x489)
        || (cp >= 0x1AB0 && cp <= 0x1AFF)
        || (cp >= 0x1DC0 && cp <= 0x1DFF)
        || (cp >= 0x20D0 && cp <= 0x20FF)
        || (cp >= 0xFE20 && cp <= 0xFE2F);
  }

  private static int letter(int cp) {
    if (cp == 'ñ') {
      return cp;
    }
    int boxed = boxedLetter(cp);
    if (boxed >= 0) {
      return boxed;
    }
    String parts = Normalizer.normalize(Character.toString(cp), Form.NFD);
    boolean decorated = parts.length() > 1 && parts.chars().skip(1).allMatch(Glyphs::isWesternMark);
    int base = decorated ? parts.charAt(0) : cp;
    Character alike = base <= Character.MAX_VALUE ? ALIKE.get((char) base) : null;
    return alike == null ? base : alike;
  }

  /** Returns the letter in a circle, box or flag, which has no compatibility form. */
  private static int boxedLetter(int cp) {
    for (int first : new int[] {0x1F150, 0x1F170, 0x1F1E6}) {
      if (cp >= first && cp < first + 26) {
        return 'a' + cp - first;
      }
    }
    return -1;
  }
}
