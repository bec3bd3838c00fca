package hallmonitor.moderation.finding.lexicon;

import hallmonitor.moderation.text.LetterForms;

/**
 * The surroundings of a place in light text with signs, each sign read as its most obvious letter.
 */
final class SignsAround {
  private static final String SEPARATORS = "?.,;:_- /\"')]";

  /** Most letters of a word examined before and after a place, to bound the work. */
  private static final int LONGEST = 40;

  private final EverydayWords everyday;
  private final String text;
  private final int end;

  /**
   * Creates a view of one piece.
   *
   * @param end end of the piece
   */
  SignsAround(EverydayWords everyday, String text, int end) {
    this.everyday = everyday;
    this.text = text;
    this.end = end;
  }

  /** Returns whether an ending of strong words follows. */
  boolean hasEnding(int at) {
    return EverydayWords.isEnding(naturally(at, ending(at)));
  }

  /**
   * Returns whether the match is run together with everyday words.
   *
   * @param inWord whether the match starts in the middle of a word
   */
  boolean isGlued(LexiconEntry entry, int start, int at, boolean inWord) {
    String left = naturally(beginning(start), start);
    String right = naturally(at, ending(at));
    boolean parts = left.isEmpty() ? inWord : right.isEmpty() && !isEnd(at, false);
    return !parts
        && !(left.isEmpty() && right.isEmpty())
        && (!right.isEmpty() || isEnd(at, false))
        && everyday.surrounds(left, right, entry.english());
  }

  private int beginning(int start) {
    int from = start;
    while (from > 0 && start - from < LONGEST && isWithin(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private int ending(int at) {
    int to = at;
    while (to < text.length() && to - at < LONGEST && isWithin(text.charAt(to))) {
      to++;
    }
    return to;
  }

  /** Returns the rest of the piece without the signs that separate letters. */
  String joined(int start) {
    return naturally(start, end).replaceAll("[^\\p{L}\\d*]", "");
  }

  /** Returns the word around a match, each sign read as its most obvious letter. */
  String word(int start, int at) {
    return naturally(beginning(start), ending(at));
  }

  /** Returns a part of the text, each sign read as its most obvious letter. */
  private String naturally(int from, int to) {
    StringBuilder word = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      String alike = Signs.alike(c);
      word.append(Signs.isMask(c) ? '*' : alike.isEmpty() ? c : alike.charAt(0));
    }
    return word.toString();
  }

  private static boolean isWithin(char c) {
    return LetterForms.isLetter(c)
        || Signs.isMask(c)
        || (!Signs.alike(c).isEmpty() && c != '!' && c != '(');
  }

  /** Returns whether a word ends here, apart from a plural ending and marks around it. */
  boolean isEnd(int at, boolean parted) {
    return isEdge(at, parted)
        || (at < end && "sz$5".indexOf(text.charAt(at)) >= 0 && isEdge(at + 1, parted));
  }

  private boolean isEdge(int at, boolean parted) {
    if (isDrawn(at)) {
      return false;
    }
    int next = at;
    boolean apart = false;
    while (next < end && !isSound(text.charAt(next))) {
      apart |= SEPARATORS.indexOf(text.charAt(next++)) >= 0;
    }
    if (next >= end) {
      return true;
    }
    boolean alone = next + 1 >= end || !isSound(text.charAt(next + 1));
    return apart && !(parted && alone); // the next single letter belongs to the word
  }

  private static boolean isSound(char c) {
    return LetterForms.isLetterOrDigit(c) || c == '@' || c == '$';
  }

  private boolean isDrawn(int at) {
    if (at + 1 >= end || LetterForms.isLetterOrDigit(text.charAt(at))) {
      return false;
    }
    for (String drawn : Signs.drawnFrom(text.charAt(at))) {
      if (drawn.length() > 2 && text.regionMatches(at, drawn, 1, drawn.length() - 1)) {
        return true;
      }
    }
    return false;
  }
}
