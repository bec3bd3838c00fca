package hallmonitor.moderation.finding.encoder;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Prepares one character the way uncased BERT models expect it: lower case, without accents and
 * control characters. Follows {@code BertNormalizer} and {@code BertPreTokenizer} of Hugging Face's
 * tokenizers.
 */
final class BertSign {
  /** Spellings of code points below this are computed once; it covers most text outside ASCII. */
  private static final int REMEMBERED = 0x2100;

  private static final String[] KNOWN = new String[REMEMBERED];
  private static final int REPLACEMENT = 0xFFFD;

  private BertSign() {}

  static boolean isSpace(int cp) {
    return cp == ' '
        || cp == '\t'
        || cp == '\n'
        || cp == '\r'
        || (cp > 0x7f && Character.isSpaceChar(cp));
  }

  /** Returns whether a character is a word by itself: punctuation and CJK ideographs. */
  static boolean standsAlone(int cp) {
    if (cp < 0x80) {
      return (cp >= '!' && cp <= '/')
          || (cp >= ':' && cp <= '@')
          || (cp >= '[' && cp <= '`')
          || (cp >= '{' && cp <= '~');
    }
    return isPunctuation(cp) || isIdeograph(cp);
  }

  private static boolean isPunctuation(int cp) {
    switch (Character.getType(cp)) {
      case Character.CONNECTOR_PUNCTUATION:
      case Character.DASH_PUNCTUATION:
      case Character.START_PUNCTUATION:
      case Character.END_PUNCTUATION:
      case Character.INITIAL_QUOTE_PUNCTUATION:
      case Character.FINAL_QUOTE_PUNCTUATION:
      case Character.OTHER_PUNCTUATION:
        return true;
      default:
        return false;
    }
  }

  private static boolean isIdeograph(int cp) {
    return (cp >= 0x4E00 && cp <= 0x9FFF)
        || (cp >= 0x3400 && cp <= 0x4DBF)
        || (cp >= 0x20000 && cp <= 0x2CEAF)
        || (cp >= 0xF900 && cp <= 0xFAFF)
        || (cp >= 0x2F800 && cp <= 0x2FA1F);
  }

  /**
   * Returns the prepared form of a character that is not white space: zero, one or several units.
   */
  static String plain(int cp) {
    if (cp >= REMEMBERED) {
      return workOut(cp);
    }
    String known = KNOWN[cp];
    if (known == null) {
      known = workOut(cp);
      KNOWN[cp] = known;
    }
    return known;
  }

  private static String workOut(int cp) {
    if (cp == REPLACEMENT || isUnseen(Character.getType(cp))) {
      return "";
    }
    String parts = Normalizer.normalize(Character.toString(cp), Form.NFD);
    StringBuilder out = new StringBuilder(parts.length());
    parts
        .codePoints()
        .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
        .forEach(part -> out.appendCodePoint(Character.toLowerCase(part)));
    return out.toString();
  }

  private static boolean isUnseen(int type) {
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED;
  }
}
