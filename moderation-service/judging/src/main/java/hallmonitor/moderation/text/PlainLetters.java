package hallmonitor.moderation.text;

/**
 * The first half of normalization: one plain spelling per character. White space is not collapsed
 * yet.
 */
final class PlainLetters {
  private static final char COMBINING_TILDE = '\u0303';

  private PlainLetters() {}

  static TextBuffer of(String original) {
    int n = original.length();
    TextBuffer out = new TextBuffer(n + 8);
    for (int i = 0; i < n; ) {
      char c = original.charAt(i);
      if (c < 0x80) {
        ascii(out, c, i++);
        if (c == ';') {
          dereference(out);
        }
        continue;
      }
      int codePoint = original.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      add(out, codePoint, i, next);
      i = next;
    }
    return out;
  }

  private static void add(TextBuffer out, int codePoint, int from, int to) {
    if (codePoint == COMBINING_TILDE && out.at(out.length() - 1) == 'n') {
      out.replaceLast('ñ', to);
      return;
    }
    String plain = Glyphs.plain(codePoint);
    for (int k = 0; k < plain.length(); k++) {
      out.add(plain.charAt(k), from, to);
      if (plain.charAt(k) == ';') {
        dereference(out);
      }
    }
  }

  /**
   * Replaces a reference by its character. If that is a semicolon, it may end another reference.
   */
  private static void dereference(TextBuffer out) {
    for (int start = Entities.startOfLast(out); start >= 0; start = Entities.startOfLast(out)) {
      int sign = Entities.sign(out, start);
      if (sign < 0) {
        return;
      }
      int from = out.from(start);
      int to = out.to(out.length() - 1);
      out.cut(start);
      if (!Glyphs.plain(sign).equals(";")) {
        add(out, sign, from, to);
        return;
      }
      out.add(';', from, to);
    }
  }

  private static void ascii(TextBuffer out, char c, int i) {
    if (c >= 'A' && c <= 'Z') {
      out.add((char) (c + 32), i, i + 1);
    } else if (c > ' ' && c != 0x7f) {
      out.add(c, i, i + 1);
    } else if (c == ' ' || (c >= '\t' && c <= '\r')) {
      out.add(' ', i, i + 1);
    }
  }
}
