package hallmonitor.moderation.text;

/**
 * The second half of normalization: undoes disguises. Returns the same buffer if there are none,
 * the usual case.
 */
final class Folding {
  private Folding() {}

  static TextBuffer of(TextBuffer plain) {
    TextBuffer text = hasEmoji(plain) ? emojiAsWords(plain) : plain;
    TextBuffer before;
    do { // Undoing one disguise can reveal another. Every round shortens the text or leaves fewer
      // signs.
      before = text;
      text = unstretched(Leet.readAsLetters(SpacedLetters.joined(text)));
    } while (text != before);
    return text;
  }

  private static boolean hasEmoji(TextBuffer text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.at(i) >= 0x2000) {
        return true;
      }
    }
    return false;
  }

  private static TextBuffer emojiAsWords(TextBuffer text) {
    TextBuffer out = new TextBuffer(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.at(i);
      boolean pair = Character.isHighSurrogate(c);
      int codePoint = pair ? Character.toCodePoint(c, text.at(i + 1)) : c;
      String word = EmojiWords.of(codePoint);
      int last = pair ? i + 1 : i;
      if (word == null) {
        for (; i <= last; i++) {
          out.copy(text, i);
        }
        i--;
        continue;
      }
      String spaced = " " + word + " ";
      for (int k = 0; k < spaced.length(); k++) {
        out.add(spaced.charAt(k), text.from(i), text.to(last));
      }
      i = last;
    }
    return out;
  }

  /**
   * Reduces three or more equal letters to two. English and Spanish never have more than two, and
   * the double letter stays distinct from the single one.
   */
  private static TextBuffer unstretched(TextBuffer text) {
    int first = firstStretch(text);
    if (first < 0) {
      return text;
    }
    TextBuffer out = new TextBuffer(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (i < first || !isStretch(text, i)) {
        out.copy(text, i);
      } else {
        out.replaceLast(text.at(i), text.to(i));
      }
    }
    return out;
  }

  private static int firstStretch(TextBuffer text) {
    for (int i = 2; i < text.length(); i++) {
      if (isStretch(text, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isStretch(TextBuffer text, int i) {
    char c = text.at(i);
    return c == text.at(i - 1) && c == text.at(i - 2) && LetterForms.isLetter(c);
  }
}
