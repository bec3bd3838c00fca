package hallmonitor.moderation.text;

import java.util.Map;

/**
 * Decodes HTML character references (<code>&amp;#102;</code>, <code>&amp;#x66;</code>, <code>
 * &amp;amp;</code>), which platforms leave in comments and people use to hide letters. A reference
 * is decoded at its semicolon, so nested references are decoded too.
 */
final class Entities {
  private static final int LONGEST = 10;

  private static final Map<String, Integer> NAMED =
      Map.ofEntries(
          Map.entry("amp", (int) '&'),
          Map.entry("lt", (int) '<'),
          Map.entry("gt", (int) '>'),
          Map.entry("quot", (int) '"'),
          Map.entry("apos", (int) '\''),
          Map.entry("nbsp", 0xa0),
          Map.entry("shy", 0xad),
          Map.entry("zwj", 0x200d),
          Map.entry("zwnj", 0x200c),
          Map.entry("ntilde", 0xf1),
          Map.entry("aacute", 0xe1),
          Map.entry("eacute", 0xe9),
          Map.entry("iacute", 0xed),
          Map.entry("oacute", 0xf3),
          Map.entry("uacute", 0xfa),
          Map.entry("uuml", 0xfc),
          Map.entry("iexcl", 0xa1),
          Map.entry("iquest", 0xbf));

  private static final int NONE = -1;

  private Entities() {}

  /** Returns the start of the reference at the end of the text, or -1. */
  static int startOfLast(TextBuffer text) {
    int last = text.length() - 1;
    for (int i = last - 1; i >= 0 && last - i <= LONGEST; i--) {
      char c = text.at(i);
      if (c == '&') {
        return i;
      }
      if (c != '#' && !LetterForms.isDigit(c) && !(c >= 'a' && c <= 'z')) {
        return NONE;
      }
    }
    return NONE;
  }

  /** Returns the character of the reference from {@code start} to the end of the text, or -1. */
  static int sign(TextBuffer text, int start) {
    int last = text.length() - 1;
    StringBuilder name = new StringBuilder(LONGEST);
    for (int i = start + 1; i < last; i++) {
      name.append(text.at(i));
    }
    if (name.length() < 2 || name.charAt(0) != '#') {
      return NAMED.getOrDefault(name.toString(), NONE);
    }
    boolean hex = name.charAt(1) == 'x';
    try {
      int sign = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(sign) ? sign : NONE;
    } catch (NumberFormatException e) {
      return NONE; // "&#;", "&#xyz;"
    }
  }
}
